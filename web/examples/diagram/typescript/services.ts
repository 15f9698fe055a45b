export class Orders {
  constructor(
    private readonly store: OrderStore,
    private readonly mail: Mailer,
  ) {}

  async place(order: Order): Promise<Order> {
    const saved = await this.store.save(order);
    this.mail.send(saved);
    return saved;
  }
}

interface OrderStore {
  save(order: Order): Promise<Order>;
}

class SqlOrderStore implements OrderStore {
  async save(order: Order): Promise<Order> {
    return order;
  }
}

class Mailer {
  send(order: Order): void {}
}

interface Order {
  id: string;
  lines: Line[];
}

interface Line {
  sku: string;
  quantity: number;
}
