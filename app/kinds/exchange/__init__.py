"""Exchange: what is given and what is asked, on two sides that stand alike; matched, promised."""
