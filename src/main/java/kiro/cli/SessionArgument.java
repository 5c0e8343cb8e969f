package kiro.cli;

import kiro.session.Sessions;
import picocli.CommandLine.Parameters;

/// The session that a command about one session is given.
final class SessionArgument {
    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The session; the newest where it is left out.")
    String id = Sessions.LAST;
}
