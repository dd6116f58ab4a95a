# The only door: each target calls a short script.
.DEFAULT_GOAL := help
.PHONY: help run test train nlu-test bench walk

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

run: ## set up what is missing, then serve until Ctrl-C
	@scripts/run

test: ## set up and run every test
	@scripts/test

train: ## train the language model unless it is up to date
	@scripts/train

nlu-test: ## measure the understanding on the fixed evaluation set
	@scripts/nlu-test

walk: ## walk through the desk without aim, ten thousand messages long
	@scripts/walk

bench: ## run the benchmarks
	@scripts/bench
