package kiro;

import java.io.Writer;
import kiro.cli.Console;

/// Lets a library that wants a writer print to the console.
final class ConsoleWriter extends Writer {
    private final Console console;

    ConsoleWriter(Console console) {
        this.console = console;
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        console.printPart(new String(buffer, offset, length));
    }

    @Override
    public void flush() {
        console.flush();
    }

    @Override
    public void close() {
        flush();
    }
}
