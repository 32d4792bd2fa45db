"""The sample launch, played through the real windows on a machine that may have no screen."""
