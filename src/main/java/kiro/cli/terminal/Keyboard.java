package kiro.cli.terminal;

import java.io.IOException;

/// A terminal whose keys are read one by one. Closing it leaves the terminal as it was found.
public interface Keyboard extends AutoCloseable {
    int CLOSED = -1;
    int NOTHING = -2;

    /// The next UTF-16 unit that is typed.
    ///
    /// @return it, `NOTHING` when none came in this time, or `CLOSED` when none will come
    int read(long milliseconds) throws IOException;

    Size size();

    /// Gives the terminal to somebody else, such as an editor.
    void lend();

    void takeBack();

    @Override
    void close();
}
