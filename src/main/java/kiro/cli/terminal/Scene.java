package kiro.cli.terminal;

/// What a live screen shows and whom its keys are for. Called by one thread at a time.
public interface Scene {
    Frame frame(Size size);

    void pressed(Key key);

    /// Nothing can be typed any more.
    void closed();

    /// Whether it looks different a second later, as something runs whose time is shown.
    boolean isMoving();
}
