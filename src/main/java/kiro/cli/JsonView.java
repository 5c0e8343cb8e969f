package kiro.cli;

import kiro.session.Recorded;
import kiro.session.SessionListener;

/// Streams the events of a run to a program: the log's own lines.
final class JsonView implements SessionListener {
    private final Console console;

    JsonView(Console console) {
        this.console = console;
    }

    @Override
    public void recorded(Recorded recorded, String line) {
        console.printPart(line + "\n");
    }
}
