package kiro.model.builtin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The files of a project as far as they were read in a conversation.
///
/// @param listed every path that a listing showed
/// @param folders the folders that were listed
/// @param found the texts as they were before this engine changed anything
/// @param current the texts as this engine's own changes have left them
/// @param unreadable files that could not be read, with the reason
record Knowledge(
        Set<String> listed,
        Set<String> folders,
        Map<String, String> found,
        Map<String, String> current,
        Map<String, String> unreadable) {
    private static final String CUT =
            "(?s).*\\[lines \\d+ to \\d+ of \\d+: read_file with start_line \\d+ reads on\\]\\s*";

    Knowledge {
        listed = Set.copyOf(listed);
        folders = Set.copyOf(folders);
        found = Map.copyOf(found);
        current = Map.copyOf(current);
        unreadable = Map.copyOf(unreadable);
    }

    static Knowledge of(List<Exchange> exchanges) {
        var gathered = new Gathered();
        exchanges.forEach(gathered::take);
        return new Knowledge(
                gathered.listed,
                gathered.folders,
                gathered.found,
                gathered.current,
                gathered.unreadable);
    }

    /// What the exchanges add up to, one after the other.
    private static final class Gathered {
        private final Set<String> listed = new TreeSet<>();
        private final Set<String> folders = new TreeSet<>();
        private final Map<String, String> found = new TreeMap<>();
        private final Map<String, String> current = new TreeMap<>();
        private final Map<String, String> unreadable = new TreeMap<>();

        void take(Exchange exchange) {
            switch (exchange.call().name()) {
                case "list_directory" -> listed(exchange);
                case "read_file" -> read(exchange, exchange.argument("path"));
                case "write_file" -> written(exchange, exchange.argument("path"));
                case "apply_patch" -> deleted(exchange);
                case "edit_file" -> edited(exchange, exchange.argument("path"));
                default -> {
                    // Plans and problems say nothing about files.
                }
            }
        }

        private void listed(Exchange exchange) {
            folders.add(exchange.argument("path"));
            if (exchange.succeeded()) {
                listed.addAll(paths(exchange));
            }
        }

        private void read(Exchange exchange, String path) {
            boolean isWhole = exchange.succeeded() && !exchange.text().matches(CUT);
            if (isWhole) {
                found.putIfAbsent(path, text(exchange));
                current.putIfAbsent(path, text(exchange));
            } else {
                unreadable.put(
                        path,
                        exchange.failed()
                                ? exchange.text()
                                : "it is too long to be read as a whole");
            }
        }

        private void written(Exchange exchange, String path) {
            if (exchange.succeeded()) {
                current.put(path, exchange.argument("content"));
            }
        }

        private void deleted(Exchange exchange) {
            if (exchange.succeeded()) {
                current.remove(Call.deleted(exchange.argument("patch")));
            }
        }

        private void edited(Exchange exchange, String path) {
            if (exchange.succeeded()) {
                current.computeIfPresent(path, (_, text) -> Knowledge.edited(text, exchange));
            }
        }
    }

    private static List<String> paths(Exchange listing) {
        var paths = new ArrayList<String>();
        String folder = listing.argument("path");
        for (String line : listing.text().split("\n")) {
            String path = line.strip();
            boolean isRelative =
                    !folder.isEmpty() && !folder.equals(".") && !path.startsWith(folder + "/");
            if (!path.isEmpty() && !path.endsWith("/") && !path.startsWith("[")) {
                paths.add(isRelative ? folder + "/" + path : path);
            }
        }
        return paths;
    }

    private static String text(Exchange reading) {
        return reading.text().equals("[the file is empty]") ? "" : reading.text();
    }

    private static String edited(String text, Exchange edit) {
        String old = edit.argument("old_text");
        int at = text.indexOf(old);
        return at < 0
                ? text
                : text.substring(0, at)
                        + edit.argument("new_text")
                        + text.substring(at + old.length());
    }
}
