class Clock:
    def agenda(self) -> object:
        from app import agenda

        return agenda
