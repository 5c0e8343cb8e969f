package kiro.model.builtin.write;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiro.code.JavaFile;
import kiro.code.JavaType;
import kiro.model.builtin.project.Operation;
import kiro.model.builtin.project.Paths;
import kiro.model.builtin.project.ProjectType;
import kiro.model.builtin.project.SpringProject;
import kiro.model.builtin.project.Storage;
import kiro.model.builtin.talk.Talk;

/// What a test class does so that it leaves the application as the other tests expect it.
final class Upkeep {
    private static final String DIRTY = "@DirtiesContext";
    private static final Pattern LASTING =
            Pattern.compile(
                    "(?<name>jdbc:h2:mem:[\\w-]+)(?<before>(?:;.*)?);DB_CLOSE_DELAY=-1(?<after>(?:;.*)?)");

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<name>jdbc:h2:mem:[\\w-]+)(?<before>(?:;(?!DB_CLOSE_DELAY).*?)?)(?:;DB_CLOSE_DELAY=-1)?(?<after>(?:;.*)?)");

    /// What one test stores is taken for the others, where values have to be unique.
    private static final String DIRTY_EACH =
            "@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)";

    private final SpringProject project;
    private final Place place;
    private final Wants wants;
    private final SignIn signIn;
    private final TestCode code;
    private final Talk talk;
    private final String packageName;

    Upkeep(
            SpringProject project,
            Place place,
            Wants wants,
            SignIn signIn,
            TestCode code,
            Talk talk,
            String packageName) {
        this.project = project;
        this.place = place;
        this.wants = wants;
        this.signIn = signIn;
        this.code = code;
        this.talk = talk;
        this.packageName = packageName;
    }

    /// Whether a test of the project finds this user under the path of the resource.
    boolean isThere(TestUser user) {
        var start = new StringBuilder();
        for (String segment : Paths.segments(place.path())) {
            if (Paths.isParameter(segment)) {
                break;
            }
            start.append('/').append(segment);
        }
        var request =
                Pattern.compile(
                        "\""
                                + Pattern.quote(start + "/" + user.id())
                                + "[\"/?][^;]*(isOk|isNoContent|2xx|HttpStatus\\.OK)");
        for (JavaFile test : project.sources().tests()) {
            if (request.matcher(test.text()).find()) {
                return true;
            }
        }
        return false;
    }

    /// Whatever the tests change is put back, for the tests that share the application.
    void restore() {
        if (place.action() == Action.READ && !place.storage().isTransactional()) {
            return;
        }
        if (leavesRows()) {
            dirty(false);
            return;
        }
        if (place.storage().isTransactional()) {
            if (isApart()) {
                named(NAMED).ifPresent(this::inDatabase);
            }
            code.annotations.add("@Transactional");
            code.imports.add("org.springframework.transaction.annotation.Transactional");
            return;
        }
        boolean canRestore =
                place.storage().kind() == Storage.Kind.STORE
                        && place.resource().isFrozen()
                        && isVisible(place.storage().owner())
                        && isVisible(place.resource().type());
        if (!canRestore || code.fields.containsKey("before")) {
            dirty(canRestore);
            return;
        }
        putBack();
    }

    private void putBack() {
        String name = bean();
        String type = place.resource().name();
        Operation find = place.storage().operation(Operation.Kind.FIND).orElseThrow();
        String end = find.result() == Operation.Result.OPTIONAL ? ".orElseThrow()" : "";
        List<String> reads =
                signIn.users().stream()
                        .filter(this::isThere)
                        .limit(2)
                        .map(user -> name + "." + find.method() + "(" + user.id() + ")" + end)
                        .toList();
        code.fields.put("before", "List<" + type + ">");
        code.imports.add("java.util.List");
        code.imports.add(place.resource().type().qualifiedName());
        code.before.add("before = List.of(" + String.join(", ", reads) + ");");
        code.after.add(
                "before.forEach("
                        + name
                        + "::"
                        + place.storage().operation(Operation.Kind.SAVE).orElseThrow().method()
                        + ");");
    }

    /// The statements that leave nothing stored, where that is put back, or goes with the application.
    Optional<List<String>> emptied() {
        if (place.storage().isTransactional()) {
            restore();
        } else {
            dirty(false);
        }
        boolean isPutBack =
                !place.storage().isTransactional() || code.annotations.contains("@Transactional");
        return isPutBack
                ? new Emptying(project, place.storage(), code, this).statements()
                : Optional.empty();
    }

    /// Requests that add resources leave them behind, unless the test's transaction is rolled back.
    void leavesSomething() {
        if (place.action() == Action.CREATE && place.storage().isTransactional()) {
            restore();
        } else if (place.action() == Action.CREATE) {
            dirty(false);
        }
    }

    /// A database for the test class alone, where the one of all would outlive the application: whose scripts make
    /// their tables once, and in which the tests leave what they store.
    private Optional<String> ownDatabase() {
        return hasScripts() || leavesRows() ? named(LASTING) : Optional.empty();
    }

    /// The address of a database for the test class alone, where the one of all is such a one.
    private Optional<String> named(Pattern pattern) {
        Matcher url = pattern.matcher(project.settings().value("spring.datasource.url").orElse(""));
        return url.matches()
                ? Optional.of(
                        url.group("name")
                                + "-"
                                + Names.words(Names.noun(place.endpoint().route().path()))
                                        .replace(' ', '-')
                                + (url.group("before") + url.group("after")).replaceFirst(";$", ""))
                : Optional.empty();
    }

    private boolean hasScripts() {
        return project.sources().texts().keySet().stream()
                .anyMatch(path -> path.matches("(.*/)?schema[\\w-]*\\.sql"));
    }

    /// Whether the tests start another application beside the one of the project's tests, whose scripts would make the
    /// same tables again.
    private boolean isApart() {
        return hasScripts()
                && project.tests().sample().isEmpty()
                && project.sources().testTypes().stream()
                        .anyMatch(type -> type.type().isAnnotated("SpringBootTest"));
    }

    private void inDatabase(String url) {
        code.annotations.add(
                "@TestPropertySource(properties = \"spring.datasource.url=" + url + "\")");
        code.imports.add("org.springframework.test.context.TestPropertySource");
    }

    /// Whether no transaction takes back what the tests store.
    private boolean leavesRows() {
        return place.storage().isTransactional() && !talk.isInThread();
    }

    void dirty(boolean isClean) {
        boolean hasOthers =
                leavesRows()
                        || project.sources().testTypes().stream()
                                .anyMatch(type -> type.type().isAnnotated("SpringBootTest"));
        boolean areUnique = !UniqueWriter.fields(wants).isEmpty();
        Optional<String> database = isClean ? Optional.empty() : ownDatabase();
        database.ifPresent(this::inDatabase);
        if (database.isPresent() && !areUnique && !leavesRows()) {
            return;
        }
        if (!isClean && areUnique) {
            code.annotations.remove(DIRTY);
            code.annotations.add(DIRTY_EACH);
            code.imports.add("org.springframework.test.annotation.DirtiesContext");
            return;
        }
        if (!isClean && hasOthers && !code.annotations.contains(DIRTY_EACH)) {
            code.annotations.add(DIRTY);
            code.imports.add("org.springframework.test.annotation.DirtiesContext");
        }
    }

    /// The storage as a bean of the test class.
    String bean() {
        String name = Names.lower(Names.plural(place.resource().name()));
        String taken = name.matches("mvc|client|rest") ? "stored" : name;
        code.bean(taken, place.storage().owner().name(), place.storage().owner().qualifiedName());
        return taken;
    }

    /// What the test class can do with a storage.
    Storage seen(Storage storage) {
        return storage.seenFrom(packageName);
    }

    boolean isVisible(ProjectType type) {
        return type.packageName().equals(packageName)
                || type.type().is("public")
                || (type.type().kind() == JavaType.Kind.INTERFACE && type.type().is("public"));
    }
}
