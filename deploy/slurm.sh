#!/bin/bash
# Copies for many readers as a Slurm array: eight parts of one run, each with a folder of its own.
#
#   sbatch deploy/slurm.sh my-briefing readers.csv out house.pem
#   roadshow ledger merge out/part-*/ledger.jsonl -o sent --key house.pem
#
# A task that is lost is queued again with the same command: --resume begins, or goes on where it ended.
#SBATCH --job-name=roadshow-distribute
#SBATCH --array=0-7
#SBATCH --cpus-per-task=2
#SBATCH --mem=512M
#SBATCH --requeue
set -euo pipefail
BRIEFING=$1 LIST=$2 OUT=$3 KEY=$4
mkdir -p "$OUT"
exec roadshow distribute "$BRIEFING" --recipients "$LIST" -o "$OUT/part-$SLURM_ARRAY_TASK_ID" --key "$KEY" --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" --resume
