package kiro.spec.rest;

import java.util.Locale;
import kiro.spec.rest.Field.Presence;

/// What the usual words in the cells of a table of fields mean.
final class CellWords {
    private CellWords() {}

    static Place in(String cell, Objections objections) {
        return switch (cell.replaceAll("[*_`]", "").toLowerCase(Locale.ROOT)) {
            case "path" -> Place.PATH;
            case "query", "query string" -> Place.QUERY;
            case "body", "json", "request body" -> Place.BODY;
            case "response" -> Place.RESPONSE;
            case "header", "headers" -> Place.HEADER;
            default -> {
                objections.add("where '%s' is, is not known".formatted(cell));
                yield Place.UNSAID;
            }
        };
    }

    static String coded(String cell) {
        return cell.startsWith("`") ? cell : "`" + cell + "`";
    }

    static Presence presence(String cell, Presence yes, Presence no) {
        return switch (cell.replaceAll("[*_`]", "").strip().toLowerCase(Locale.ROOT)) {
            case "yes",
                    "y",
                    "true",
                    "required",
                    "mandatory",
                    "x",
                    "\u2713",
                    "\u2714",
                    "\u2705",
                    "ja" ->
                    yes;
            case "no", "n", "false", "optional", "nein", "\u2717", "\u274c" -> no;
            default -> Presence.NOT_STATED;
        };
    }
}
