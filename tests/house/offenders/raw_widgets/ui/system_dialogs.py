def ask() -> str:
    from PySide6.QtWidgets import QFileDialog, QMessageBox

    QMessageBox()
    return QFileDialog.getOpenFileName()[0]
