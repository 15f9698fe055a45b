from dataclasses import dataclass
@dataclass
class Order:
    id: int
    lines: list["Line"]
    note: str | None = None
@dataclass
class Line:
    sku: str
    quantity: int = 1
