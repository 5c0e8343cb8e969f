package shop;

public class DuplicateProduct extends RuntimeException {
    public DuplicateProduct(String sku) {
        super("there is a product " + sku);
    }
}
