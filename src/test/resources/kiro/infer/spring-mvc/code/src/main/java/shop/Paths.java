package shop;

public final class Paths {
    public static final String OWNERS = "/owners";
}
