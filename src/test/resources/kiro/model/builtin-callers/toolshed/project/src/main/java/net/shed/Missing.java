package net.shed;

public class Missing extends RuntimeException {
    public Missing(String message) {
        super(message);
    }
}
