"""Use cases: a verb and a noun each, one transaction, committed before anybody says "saved"."""
