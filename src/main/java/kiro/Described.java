package kiro;

import picocli.CommandLine;

/// Commands as picocli takes them. Its own factory looks for Groovy, which opens the jar; here that waits until a
/// command has something to be made.
final class Described {
    private Described() {}

    static CommandLine command(Object command) {
        return new CommandLine(command, Described::made);
    }

    private static <T> T made(Class<T> type) throws Exception {
        return CommandLine.defaultFactory().create(type);
    }
}
