package art

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image/jpeg"
	"io"

	"roadshow/scene"
)

// CheckJPEG unfolds a JPEG and gives back what of it is the picture: without what phones append behind its end (a film, a
// second picture) and without the camera's notes, which name the place where it was taken. How it must be turned to
// stand upright is said beside it.
func CheckJPEG(data []byte) (picture []byte, turn scene.Turn, err error) {
	if _, err := jpeg.Decode(bytes.NewReader(data)); err != nil {
		var format jpeg.FormatError
		switch {
		case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
			return nil, 0, errPictureEnd
		case errors.As(err, &format):
			return nil, 0, errors.New(string(format))
		}
		return nil, 0, err
	}
	picture = append(make([]byte, 0, len(data)), 0xff, 0xd8)
	for at := 2; ; {
		if at+2 > len(data) {
			return nil, 0, errPictureEnd
		}
		if data[at] != 0xff { // between its parts: nothing that belongs to it
			at++
			continue
		}
		marker := data[at+1]
		switch {
		case marker == 0xff || marker == 0:
			at++
			continue
		case marker == 0xd9:
			return append(picture, 0xff, 0xd9), turn, nil
		case marker >= 0xd0 && marker <= 0xd8 || marker == 1:
			at += 2
			continue
		}
		if at+4 > len(data) {
			return nil, 0, errPictureEnd
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end < at+4 || end > len(data) {
			return nil, 0, errPictureEnd
		}
		body := data[at+4 : end]
		if marker == 0xda { // the coded picture follows, up to the next marker that is none of its own
			for ; end+1 < len(data); end++ {
				if data[end] == 0xff && data[end+1] != 0 && !(data[end+1] >= 0xd0 && data[end+1] <= 0xd7) && data[end+1] != 0xff {
					break
				}
			}
		}
		switch exif, ok := bytes.CutPrefix(body, []byte("Exif\x00\x00")); {
		case marker == 0xe1 && ok:
			turn = orientation(exif)
		case marker == 0xe1, marker == 0xe2 && !bytes.HasPrefix(body, []byte("ICC_PROFILE")), marker >= 0xe3 && marker <= 0xed, marker == 0xef, marker == 0xfe:
		default:
			picture = append(picture, data[at:end]...)
		}
		at = end
	}
}

// orientation is tag 0x0112 of the first directory of Exif's TIFF.
func orientation(tiff []byte) scene.Turn {
	if len(tiff) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.BigEndian
	if string(tiff[:2]) == "II" {
		order = binary.LittleEndian
	}
	at := int(order.Uint32(tiff[4:]))
	if at < 8 || at+2 > len(tiff) {
		return 0
	}
	n := int(order.Uint16(tiff[at:]))
	for at += 2; n > 0 && at+12 <= len(tiff); n, at = n-1, at+12 {
		if order.Uint16(tiff[at:]) == 0x0112 {
			if v := order.Uint16(tiff[at+8:]); v >= 2 && v <= 8 {
				return scene.Turn(v)
			}
			return 0
		}
	}
	return 0
}
