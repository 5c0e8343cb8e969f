package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A way in which a request fails, for which there has to be an exception.
///
/// @param names patterns of the names of exceptions that mean this, best first
/// @param newName the name of the exception where none is there
/// @param id the expression for the id that it is about
/// @param message the expression for what a reader is told
/// @param code the code that the spec has for it
record Trouble(
        int status,
        List<String> names,
        String newName,
        String id,
        String idType,
        String message,
        Optional<String> code) {
    /// Names that say no more than that something is against some rule.
    private static final String GENERAL =
            "(?i)(App|Application|Api|Business|Domain|Rule|Rules|Policy|Violation|Violated|Illegal|Invalid|Operation|Action|Request|Not|Possible|Permitted|Constraint|Precondition|Failed|Rejected|Refused|Unprocessable|Service|Logic)+(Exception|Error)?";

    Trouble {
        names = List.copyOf(names);
    }

    Trouble(
            int status,
            List<String> names,
            String newName,
            String id,
            String idType,
            String message) {
        this(status, names, newName, id, idType, message, Optional.empty());
    }

    /// The same, with the project's exception for this code first.
    Trouble coded(Optional<String> code) {
        if (code.isEmpty()) {
            return this;
        }
        var all = new ArrayList<String>();
        all.add("(?i)" + code.get().replaceAll("[_-]", ""));
        all.addAll(names);
        return new Trouble(status, all, newName, id, idType, message, code);
    }

    /// The same, for a project whose exceptions are not called so.
    Trouble bare() {
        return new Trouble(
                status, names, newName.replaceFirst("Exception$", ""), id, idType, message, code);
    }

    /// The same, told in full where the exception is made, if its name does not say what it is about.
    Trouble told() {
        return newName.startsWith("NotOwner")
                ? new Trouble(status, names, newName, message, "String", message, code)
                : this;
    }

    static Trouble notFound(String type, String words, String id, String idType) {
        return new Trouble(
                404,
                List.of(
                        "(?i)" + type + "(Not|Does).*",
                        "(?i)No(Such)?" + type + ".*",
                        "(?i)(Resource|Entity|Item|Object|Record|Data)?NotFound(Exception)?",
                        "NoSuchElementException"),
                type + "NotFoundException",
                id,
                idType,
                "\"" + words + " \" + " + id + " + \" does not exist\"");
    }

    static Trouble notOwner(int status, String words, String id, String idType) {
        return new Trouble(
                status,
                List.of(
                        "(?i).*Owner.*",
                        "(?i)Not(The|Your|My|Own)\\w*",
                        "(?i).*(Forbidden|AccessDenied|NotAllowed|NotPermitted|Permission).*"),
                "NotOwnerException",
                id,
                idType,
                "\"" + words + " \" + " + id + " + \" belongs to someone else\"");
    }

    /// The caller may do it with what is others', and with nothing of their own.
    static Trouble owner(int status, String words, String id, String idType) {
        return new Trouble(
                status,
                List.of(
                        "(?i).*(Forbidden|AccessDenied|NotAllowed|NotPermitted|Permission).*",
                        "(?i)Own(ed)?(By)?(Caller|Resource)?\\w*"),
                "OwnResourceException",
                id,
                idType,
                "\"" + words + " \" + " + id + " + \" is your own\"");
    }

    /// The caller has not the role that it takes.
    static Trouble notAllowed(String message) {
        return new Trouble(
                403,
                List.of(
                        "(?i).*(Forbidden|AccessDenied|NotAllowed|NotPermitted|Permission).*",
                        "(?i).*Owner.*"),
                "NotAllowedException",
                message,
                "String",
                message);
    }

    /// The state of things forbids it.
    static Trouble conflict(int status, String type, String message) {
        return new Trouble(
                status,
                List.of(
                        "(?i)"
                                + type
                                + ".*(Conflict|State|Closed|NotAllowed|AlreadyExists|Duplicate|Taken).*",
                        "(?i).*(Conflict).*",
                        "(?i).*(State|AlreadyExists|Duplicate|NotAllowed|Exists|Taken).*",
                        GENERAL),
                type + "ConflictException",
                message,
                "String",
                message);
    }

    /// Values of the request break rules.
    static Trouble invalid(int status, String message) {
        return new Trouble(
                status,
                List.of("(?i).*(Invalid|Validation|BadRequest|Unprocessable).*"),
                "InvalidRequestException",
                message,
                "String",
                message);
    }
}
