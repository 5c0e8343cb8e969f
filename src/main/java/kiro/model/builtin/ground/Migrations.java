package kiro.model.builtin.ground;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a statement about tables goes: to the end of the script that makes the others, into the next file where each
/// change has one of its own, or into a change set.
final class Migrations {
    private static final Pattern VERSIONED =
            Pattern.compile(
                    "^(?<folder>.*/)?V(?<version>\\d+(?:[._]\\d+)*)__(?<words>\\w+)\\.sql$");
    private static final Pattern CHANGE_SET =
            Pattern.compile("(?im)^--\\s*changeset\\s+([^:\\s]+):(\\S+)(.*)$");

    private final Scripts scripts;

    Migrations(Scripts scripts) {
        this.scripts = scripts;
    }

    /// A file as it is to be.
    record Written(String path, String text) {}

    static boolean isVersioned(String path) {
        return VERSIONED.matcher(path).matches();
    }

    boolean isOfChangeSets(String path) {
        return scripts.text(path)
                .stripLeading()
                .toLowerCase(java.util.Locale.ROOT)
                .startsWith("--liquibase formatted sql");
    }

    /// @param beside the script that makes the table which the statement is like, or about
    /// @param words what the statement does, for the name of a file: `create_reviews`
    Written with(String beside, String statement, String words) {
        String before = scripts.text(beside);
        String end = before.contains("\r\n") ? "\r\n" : "\n";
        if (isVersioned(beside)) {
            return new Written(next(beside, words), (statement + "\n").replace("\n", end));
        }
        String start = before.isBlank() || before.endsWith("\n") ? before : before + end;
        String set = isOfChangeSets(beside) ? changeSet(before, words) + "\n" : "";
        return new Written(beside, start + ("\n" + set + statement + "\n").replace("\n", end));
    }

    private static String changeSet(String text, String words) {
        Matcher found = CHANGE_SET.matcher(text);
        String author = "app";
        String id = words;
        while (found.find()) {
            author = found.group(1);
            id =
                    found.group(2).matches("\\d{1,9}")
                            ? "" + (Integer.parseInt(found.group(2)) + 1)
                            : words.replace('_', found.group(2).contains("-") ? '-' : '_');
        }
        return "--changeset " + author + ":" + id;
    }

    private String next(String beside, String words) {
        Matcher like = VERSIONED.matcher(beside);
        if (!like.matches()) {
            throw new IllegalArgumentException(beside);
        }
        String folder = Optional.ofNullable(like.group("folder")).orElse("");
        List<String> versions =
                scripts.paths().stream()
                        .map(VERSIONED::matcher)
                        .filter(Matcher::matches)
                        .map(one -> one.group("version"))
                        .sorted(Comparator.comparing(Migrations::numbers, Arrays::compare))
                        .toList();
        String last = versions.getLast();
        Matcher end = Pattern.compile("\\d+$").matcher(last);
        String number = end.find() ? end.group() : "0";
        String raised = new java.math.BigInteger(number).add(java.math.BigInteger.ONE).toString();
        String padded = "0".repeat(Math.max(0, number.length() - raised.length())) + raised;
        return folder
                + "V"
                + last.substring(0, last.length() - number.length())
                + padded
                + "__"
                + words
                + ".sql";
    }

    private static long[] numbers(String version) {
        return Arrays.stream(version.split("[._]")).mapToLong(Long::parseLong).toArray();
    }
}
