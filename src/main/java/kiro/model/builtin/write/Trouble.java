package kiro.model.builtin.write;

import java.util.List;

/// A way in which a request fails, for which there has to be an exception.
///
/// @param names patterns of the names of exceptions that mean this, best first
/// @param newName the name of the exception where none is there
/// @param id the expression for the id that it is about
/// @param message the expression for what a reader is told
record Trouble(
        int status, List<String> names, String newName, String id, String idType, String message) {
    Trouble {
        names = List.copyOf(names);
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

    static Trouble notOwner(String words, String id, String idType) {
        return new Trouble(
                403,
                List.of(
                        "(?i).*Owner.*",
                        "(?i).*(Forbidden|AccessDenied|NotAllowed|NotPermitted|Permission).*"),
                "NotOwnerException",
                id,
                idType,
                "\"" + words + " \" + " + id + " + \" belongs to someone else\"");
    }
}
