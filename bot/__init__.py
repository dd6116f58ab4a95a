"""What runs inside Rasa: understanding, the gateway channel, training and start-up."""
