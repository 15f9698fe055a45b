package com.acme;
import java.util.*;
public abstract class Shop implements Seller, AutoCloseable {
    private final Map<String, List<Item>> stock = new HashMap<>();
    protected static int count;
    @Inject private Clock clock;
    public Shop(Clock clock) { this.clock = clock; init(); }
    public abstract Item sell(String id, int n) throws NoStock;
    private void init() { if (count > 0) { reset(); } }
    void reset() { count = 0; }
    @Override public void close() {}
}
interface Seller { Item sell(String id, int n); }
class Item { String id; Item next; }
