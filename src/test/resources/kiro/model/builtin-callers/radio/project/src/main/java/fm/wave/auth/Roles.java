package fm.wave.auth;

public final class Roles {

    public static final String LISTENER = "LISTENER";
    public static final String HOST = "HOST";
    public static final String EDITOR = "EDITOR";

    private Roles() {
    }
}
