package kiro.permission.shell;

import java.util.List;
import java.util.random.RandomGenerator;

/// Makes lines for the shell out of everything its language has, the last third of them broken somewhere. The
/// programs in them are called `p0` to `p5`, and nothing in them names a file outside of the folder.
final class RandomLines {
    private static final List<String> BREAKERS =
            List.of(
                    "'",
                    "\"",
                    "`",
                    "\\",
                    "$(",
                    "$((",
                    "${",
                    ")",
                    "}",
                    "{",
                    "(",
                    ";",
                    ";;",
                    "&",
                    "&>",
                    "|",
                    "||",
                    "&&",
                    "<",
                    ">",
                    "<<",
                    "<<<",
                    "<(",
                    "#",
                    "\n",
                    "\\\n",
                    " ",
                    "[[ ",
                    " ]]",
                    "!",
                    "$'",
                    "p4 ",
                    "if ",
                    "do ",
                    "done",
                    "fi",
                    "esac",
                    "in ",
                    "function ",
                    "()",
                    "x=",
                    "=(",
                    ">&",
                    "2>",
                    "{a,",
                    "((",
                    "))",
                    "&>f p3 ",
                    "case ",
                    "time ",
                    "f ",
                    "eval ",
                    "then ");

    private final RandomGenerator random;

    RandomLines(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        String line = list(3);
        int breaks = random.nextInt(3) > 0 ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < breaks; i++) {
            int at = random.nextInt(line.length() + 1);
            line =
                    random.nextInt(4) == 0 && at < line.length()
                            ? line.substring(0, at) + line.substring(at + 1)
                            : line.substring(0, at) + one(BREAKERS) + line.substring(at);
        }
        return line;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private String list(int depth) {
        var line = new StringBuilder(command(depth));
        while (random.nextInt(3) == 0) {
            line.append(one(List.of("; ", " && ", " || ", " | ", "\n", " & ", ";", "|")))
                    .append(command(depth));
        }
        return line.toString();
    }

    private String command(int depth) {
        if (depth == 0) {
            return simple(0);
        }
        int inner = depth - 1;
        return switch (random.nextInt(24)) {
            case 0 -> "(" + list(inner) + ")";
            case 1 -> "{ " + list(inner) + "; }";
            case 2 ->
                    "if "
                            + list(inner)
                            + "; then "
                            + list(inner)
                            + "; else "
                            + list(inner)
                            + "\nfi";
            case 3 -> "while false; do " + list(inner) + "; done; until true; do p1; done";
            case 4 ->
                    "for x in "
                            + word(inner)
                            + " "
                            + word(inner)
                            + "; do p0 \"$x\"; "
                            + list(inner)
                            + "; done";
            case 5 ->
                    "case "
                            + word(inner)
                            + " in a|b) "
                            + list(inner)
                            + ";; (*) "
                            + list(inner)
                            + " ;; esac";
            case 6 -> "f() { p2 \"$1\"; " + list(inner) + "; }; f " + word(inner);
            case 7 -> "sh -c " + quoted(list(inner)) + " " + word(inner);
            case 8 -> "eval " + quoted(list(inner));
            case 9 -> "env X=1 " + simple(inner);
            case 10 -> "p5 <<E\n" + text(inner) + "\nE\n" + simple(inner);
            case 11 -> "p5 <<'E' | " + simple(inner) + "\n$(p3)`p3`\nE";
            case 12 -> "! " + simple(inner);
            case 13 -> "[ a = " + word(inner) + " ] && " + simple(inner);
            case 14 -> "exec 3>f; " + simple(inner);
            case 15 -> "[[ a == b || " + word(inner) + " == a ]] && " + simple(inner);
            case 16 -> simple(inner) + " &>f";
            case 17 -> "echo a | xargs " + simple(inner);
            case 18 -> "trap " + quoted(list(inner)) + " EXIT";
            default -> simple(inner);
        };
    }

    private String simple(int depth) {
        var line = new StringBuilder(one(List.of("", "", "", "x=1 ", "y='a b' ", ">f ")));
        line.append(one(List.of("p0", "p1", "p2", "p3", "p4", "'p5'", "\\p0", "p\"1\"")));
        for (int i = random.nextInt(4); i > 0; i--) {
            line.append(' ').append(word(depth));
        }
        return line + one(List.of("", "", "", " >f", " 2>&1", " >>f", " <<<a", " # p9 'x"));
    }

    private String word(int depth) {
        String own =
                one(
                        List.of(
                                "a", "b", "ab", "-x", "'a b'", "\"a b\"", "a\\ b", "{a,b}", "\"'\"",
                                "'\"'", "a#b", "''", "$x", "\"$x\""));
        if (depth == 0 || random.nextInt(3) > 0) {
            return own;
        }
        int inner = depth - 1;
        return switch (random.nextInt(8)) {
            case 0 -> "$(" + list(inner) + ")";
            case 1 -> "\"c$(" + list(inner) + ")d\"";
            case 2 -> "`" + simple(0).replace("\\", "") + "`";
            case 3 -> "${z:-" + word(inner) + "}";
            case 4 -> "\"${z:-$(" + list(inner) + ")}\"";
            case 5 -> "$((1 + 2))";
            case 6 -> "$'a\\tb'";
            default -> own + word(inner);
        };
    }

    private String text(int depth) {
        return one(List.of("plain", "a 'b", "a \" b", "\\$(p4)"))
                + (depth > 0 ? " $(" + list(depth - 1) + ")" : "");
    }

    private static String quoted(String line) {
        return "'" + line.replace("'", "'\\''") + "'";
    }
}
