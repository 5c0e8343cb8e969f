package kiro.spec;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Takes the outline of plain documents in one pass over their characters. It answers only what reading them whole
/// would: at the first line that could mean something else in Markdown, it leaves the document to that.
final class OutlineScan {
    private static final int DEEPEST = 6;
    private static final int LONGEST_INTRODUCTION = 80;
    private static final String ID_COMMENT = "<!-- id: ";

    private final HeadingRoles roles;
    private final Set<String> ids = new HashSet<>();
    private final HeadingRoles.Meaning[] above = new HeadingRoles.Meaning[DEEPEST + 1];
    private Form form = Form.FILE;
    private Optional<String> title = Optional.empty();
    private int criteria;
    private int ticked;

    /// How far the words of the item above are indented; 0 where there is none.
    private int content;

    private boolean isOrdered;
    private boolean isCriterion;
    private boolean isBelowWords;

    /// Serves one thread.
    OutlineScan(HeadingRoles roles) {
        this.roles = roles;
    }

    /// @param title empty where the name has to stand in for it
    record Counts(Optional<String> title, int criteria, int ticked) {}

    private enum Form {
        FILE,
        FOLDER
    }

    Optional<Counts> file(String text) {
        return scan(text, Form.FILE)
                .filter(counts -> counts.criteria() > 0)
                .map(counts ->
                        new Counts(
                                counts.title()
                                        .filter(words ->
                                                !words.isBlank()
                                                        && SectionKind.of(words).isEmpty()),
                                counts.criteria(),
                                counts.ticked()));
    }

    Optional<Counts> requirements(String text) {
        return scan(text, Form.FOLDER).filter(counts -> counts.criteria() > 0);
    }

    private Optional<Counts> scan(String text, Form form) {
        int at = body(text);
        if (at < 0) {
            return Optional.empty();
        }
        begin(form);
        var line = new PlainLine(text);
        while (at < text.length()) {
            int start = at;
            at = line.read(at);
            if (!isTaken(text, start, line)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Counts(title, criteria, ticked));
    }

    private void begin(Form wanted) {
        form = wanted;
        title = Optional.empty();
        ids.clear();
        Arrays.fill(above, null);
        criteria = 0;
        ticked = 0;
        endList();
        isBelowWords = false;
    }

    private void endList() {
        content = 0;
        isCriterion = false;
    }

    /// Takes a line; false where more than a glance is needed.
    private boolean isTaken(String text, int start, PlainLine line) {
        boolean wasBelowWords = isBelowWords;
        isBelowWords = false;
        switch (line.kind()) {
            case ODD -> {
                return false;
            }
            case BLANK -> {}
            case COMMENT -> endList();
            case HEADING -> enter(text, start, line);
            case ITEM, WORDS -> {
                isBelowWords = true;
                if (line.indent() > 0) {
                    return isPartOfItem(text, line);
                }
                return line.kind() == PlainLine.Kind.ITEM
                        ? isItemTaken(text, line, wasBelowWords)
                        : areWordsTaken(text, line, wasBelowWords);
            }
        }
        return true;
    }

    /// What is indented belongs to the item above, where it is indented as far as its words; an item there with a box
    /// is a criterion by itself.
    private boolean isPartOfItem(String text, PlainLine line) {
        boolean isPart = content > 0 && line.indent() >= content && line.indent() < content + 4;
        boolean isBoxed = line.kind() == PlainLine.Kind.ITEM && text.charAt(line.words()) == '[';
        return isPart && !(isCriterion && isBoxed);
    }

    /// A numbered list does not interrupt a paragraph, unless by its number 1.
    private boolean isItemTaken(String text, PlainLine line, boolean wasBelowWords) {
        boolean isNext = content > 0 && isOrdered == line.isOrdered();
        if (line.isOrdered() && !isNext && wasBelowWords) {
            return false;
        }
        isOrdered = line.isOrdered();
        content = line.content();
        Take take = take(text, line);
        isCriterion = take == Take.CRITERION;
        return take != Take.UNSURE;
    }

    /// Right below an item, words go on with it; else they end the list.
    private boolean areWordsTaken(String text, PlainLine line, boolean wasBelowWords) {
        if (content == 0 || !wasBelowWords) {
            endList();
        }
        return !isIntroduction(text, line);
    }

    /// Where the text begins below front matter; negative where that is not plain.
    private static int body(String text) {
        if (!text.startsWith("---")) {
            return text.startsWith("\uFEFF") ? -1 : 0;
        }
        int close = text.startsWith("---\n") ? text.indexOf("\n---\n", 3) : -1;
        int other = text.indexOf("\n...", 3);
        return close < 0 || (other >= 0 && other < close) ? -1 : close + 5;
    }

    private static int level(String text, int at) {
        int level = 0;
        while (text.charAt(at + level) == '#') {
            level++;
        }
        return level;
    }

    private void enter(String text, int start, PlainLine line) {
        String heading = text.substring(start, line.end());
        HeadingRoles.Meaning meaning =
                form == Form.FILE ? roles.inFile(heading) : roles.inFolder(heading);
        title = title.or(() -> Optional.of(meaning.words()));
        int level = level(text, start);
        Arrays.fill(above, level, DEEPEST + 1, null);
        above[level] = meaning;
        endList();
    }

    private enum Take {
        CRITERION,
        NONE,
        UNSURE
    }

    private Take take(String text, PlainLine line) {
        Take take = form == Form.FILE ? inFile() : inFolder(text, line);
        if (take != Take.CRITERION) {
            return take;
        }
        int at = line.words();
        if (text.charAt(at) == '[') {
            if (!isBox(text, at)) {
                return Take.UNSURE;
            }
            char mark = text.charAt(at + 1);
            ticked += mark == 'x' || mark == 'X' ? 1 : 0;
            at += 3;
            while (at < line.end() && text.charAt(at) == ' ') {
                at++;
            }
        }
        criteria++;
        return isNewId(text, at, line.end()) ? Take.CRITERION : Take.UNSURE;
    }

    private Take inFile() {
        for (int i = DEEPEST; i > 0; i--) {
            if (above[i] instanceof HeadingRoles.InFile meaning
                    && (meaning.isRemark() || meaning.kind().isPresent())) {
                return meaning.kind().equals(Optional.of(SectionKind.ACCEPTANCE_CRITERIA))
                        ? Take.CRITERION
                        : Take.NONE;
            }
        }
        return Take.NONE;
    }

    private Take inFolder(String text, PlainLine line) {
        for (int i = DEEPEST; i > 0; i--) {
            if (above[i] instanceof HeadingRoles.InFolder meaning
                    && meaning.role() != RequirementOutline.Role.UNSAID) {
                return meaning.role() == RequirementOutline.Role.CRITERION
                        ? Take.CRITERION
                        : Take.NONE;
            }
        }
        // below a number, a list that demands something is one of criteria
        boolean isPerhaps =
                hasNumber()
                        && (has(text, line, "SHALL")
                                || has(text, line, "MUST")
                                || has(text, line, "WHEN"));
        return isPerhaps ? Take.UNSURE : Take.NONE;
    }

    private boolean hasNumber() {
        for (HeadingRoles.Meaning meaning : above) {
            if (meaning instanceof HeadingRoles.InFolder found && found.hasNumber()) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(String text, PlainLine line, String word) {
        int at = text.indexOf(word, line.words(), line.end());
        return at >= 0;
    }

    private static boolean isBox(String text, int at) {
        return text.startsWith("[", at)
                && at + 4 < text.length()
                && " xX~-".indexOf(text.charAt(at + 1)) >= 0
                && text.charAt(at + 2) == ']'
                && text.charAt(at + 3) == ' ';
    }

    /// Whether no criterion before had the id that may stand at an index, or in a comment at the end of the line.
    private boolean isNewId(String text, int at, int end) {
        int comment = text.indexOf("<!--", at, end);
        if (comment >= 0) {
            boolean isId =
                    text.startsWith(ID_COMMENT, comment)
                            && text.indexOf("-->", comment, end) == end - 3
                            && !hasDigit(text, at, comment);
            return isId && isNew(text.substring(comment + ID_COMMENT.length(), end - 3).strip());
        }
        int space = text.indexOf(' ', at, end);
        if (!hasDigit(text, at, space < 0 ? end : space)) {
            return true;
        }
        return CriterionLabel.of(text.substring(at, end))
                .id()
                .map(id -> ids.add(id.key()))
                .orElse(true);
    }

    private boolean isNew(String id) {
        return CriterionId.parse(id).map(each -> ids.add(each.key())).orElse(false);
    }

    private static boolean hasDigit(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                return true;
            }
        }
        return false;
    }

    /// Words that do for what follows them what a heading does; only folders have them.
    private boolean isIntroduction(String text, PlainLine line) {
        if (form == Form.FILE || line.end() - line.words() > LONGEST_INTRODUCTION) {
            return false;
        }
        char first = text.charAt(line.words());
        char last = text.charAt(line.end() - 1);
        boolean isPerhaps =
                first == '*' || first == '_' || last == ':' || last == '：' || last == ' ';
        return isPerhaps && SectionWords.isCriteria(text.substring(line.words(), line.end()));
    }

    /// The tasks of a `tasks.md`, all and done; empty where code or comments may hide some.
    static Optional<TaskCounts> tasks(String text) {
        boolean isHidden = text.indexOf('~') >= 0 && text.contains("~~~");
        if (isHidden || text.contains("```") || text.contains("<!--") || text.startsWith("---")) {
            return Optional.empty();
        }
        int all = 0;
        int done = 0;
        int start = 0;
        while (start < text.length()) {
            int feed = text.indexOf('\n', start);
            int end = feed < 0 ? text.length() : feed;
            int open = text.indexOf("[", start, end);
            if (open >= 0 && isPerhapsTask(text, start, open)) {
                Optional<Checkbox> box = TaskScan.box(text.substring(start, end), 1);
                all += box.isPresent() ? 1 : 0;
                done += box.filter(Checkbox::isTicked).isPresent() ? 1 : 0;
            }
            start = end + 1;
        }
        return Optional.of(new TaskCounts(all, done));
    }

    record TaskCounts(int all, int done) {}

    /// Whether nothing but white space, a list mark and digits stands between two indices.
    private static boolean isPerhapsTask(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (" \t-*+.)0123456789".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
