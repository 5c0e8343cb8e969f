package net.shed;

public class Conflict extends RuntimeException {
    public Conflict(String message) {
        super(message);
    }
}
