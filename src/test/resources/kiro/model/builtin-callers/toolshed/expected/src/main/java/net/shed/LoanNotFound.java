package net.shed;

public class LoanNotFound extends RuntimeException {

    public LoanNotFound(long id) {
        super("loan " + id + " does not exist");
    }
}
