package source

// Made by an independent implementation in another language, from the words of docs/evidence.md.
const (
	vectorSeed = "eed3d3f8f0c69e26757b82d8be378067e882c78d3c2acbf0ee7800b736a8b16b"
	vectorSalt = "ee4095d3f6802d99743b750d5b41a5e7"
	vectorLeaf = "4a7ff6452c21158fd08bee5a09495ed1c55f73de4016e9c1b26783608d227ec4"
	vectorTop  = "ab4aaa686776482b3e51b2e40a0731d9ae6022482eb99535b7d88aec8722e671"
	vectorRoot = "2e3b8bc79befe32378ffe782411c1cecaab0e8531d64e49ddbf927243115feb9"
	vectorFile = `{
 "format": "roadshow source proofs 2",
 "digest": "40c90f3e64ac89e4d40c6de3a16b95836dc8cb50ff3bb62a65d83808cf9ea6f1",
 "root": "2e3b8bc79befe32378ffe782411c1cecaab0e8531d64e49ddbf927243115feb9",
 "words": 11,
 "passages": [
  {
   "at": 7,
   "words": 3,
   "salts": "08cb709fced91985b36aa76c47b63dd35e98a6cfd3f992f2cc365a8fa374dbecdd1e494c746a211d6e1fd2abe183abe1",
   "path": [
    "64c9c655ba4eefe8c1a8fbf37f998227594b3bb31162312399925bf7298c5d61",
    "caf728da61c78e143a70bb4b551f73677306dd3f3c87ec9ea6d24f62c10f9088",
    "8f0c5ed7715f7f8c69ea07da3031f71271af302c8836b1cedeb133b4cd866a74",
    "dc0da8c313a85c9d9581e9efa43ff86bc8f747c00f8a2197a46f5f1030655d8a"
   ]
  }
 ]
}
`
	// Of the same words in format 1, which is still read.
	vectorFile1 = `{
 "format": "roadshow source proofs 1",
 "root": "ab4aaa686776482b3e51b2e40a0731d9ae6022482eb99535b7d88aec8722e671",
 "words": 11,
 "passages": [
  {
   "at": 7,
   "words": 3,
   "salts": "08cb709fced91985b36aa76c47b63dd35e98a6cfd3f992f2cc365a8fa374dbecdd1e494c746a211d6e1fd2abe183abe1",
   "path": [
    "64c9c655ba4eefe8c1a8fbf37f998227594b3bb31162312399925bf7298c5d61",
    "caf728da61c78e143a70bb4b551f73677306dd3f3c87ec9ea6d24f62c10f9088",
    "8f0c5ed7715f7f8c69ea07da3031f71271af302c8836b1cedeb133b4cd866a74",
    "dc0da8c313a85c9d9581e9efa43ff86bc8f747c00f8a2197a46f5f1030655d8a"
   ]
  }
 ]
}
`
)
