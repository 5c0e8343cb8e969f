package net.shed;

public class Forbidden extends RuntimeException {
    public Forbidden(String message) {
        super(message);
    }
}
