package kiro.infer;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.code.Grammar;
import kiro.text.Needles;

/// Which calls reach out of the program, told by their names.
final class Effects {
    private static final Pattern DATABASE =
            Pattern.compile(
                    "(?i)(?:.*\\.)?\\w*(?:repository|repo|dao|jdbctemplate|jdbcclient|entitymanager|prisma|knex|sequelize|mongoose|sqlx|diesel|queryrow)\\b.*"
                            + "|.*\\b(?:db|tx|conn|pool|session|cursor|collection|objects|gorm)\\.(?:query\\w*|exec\\w*|find\\w*|save|insert\\w*|update\\w*|delete\\w*|create|add|commit|get|filter|all|first|where|select|one|many|Query\\w*|Exec\\w*|Create|Save|First|Find|Delete|Model|Where|fetch_\\w+)\\b.*");
    private static final Pattern QUEUE =
            Pattern.compile(
                    "(?i).*(?:kafka|rabbit|jms|sqs|sns|pubsub|amqp|nats|eventpublisher|eventbus|publisher|producer|channel)\\w*\\.(?:send\\w*|publish\\w*|convertandsend|emit|produce|enqueue|basicpublish)\\b.*|.*\\.(?:delay|apply_async)$");
    private static final Pattern HTTP =
            Pattern.compile(
                    "(?:fetch|axios(?:\\.\\w+)?|got(?:\\.\\w+)?|requests\\.(?:get|post|put|patch|delete|request)|httpx\\.\\w+|reqwest::\\w+.*|http\\.(?:Get|Post|PostForm|NewRequest\\w*)|client\\.Do|(?i:.*(?:resttemplate|webclient|restclient|httpclient|httpservice)\\.(?:get\\w*|post\\w*|put|delete|exchange|send\\w*|request|retrieve|patch)))");
    private static final Pattern FILE =
            Pattern.compile(
                    "(?:Files\\.(?:write\\w*|read\\w*|copy|move|delete\\w*|createDirector\\w*|newBufferedWriter)|new File(?:Writer|OutputStream|InputStream|Reader)|fs\\.(?:promises\\.)?\\w+|(?:write|read)File(?:Sync)?|open|shutil\\.\\w+|os\\.(?:remove|rename|makedirs|WriteFile|ReadFile|Create|Open|Remove|MkdirAll)|ioutil\\.\\w+|(?:std::)?fs::\\w+|File::(?:open|create))");

    /// What gets hold of a repository, or makes one, touches no data yet.
    private static final Pattern WIRING =
            Pattern.compile(
                    "(?i)(?:.*\\.)?(?:(?:inject|get|create|new|make)_?\\w*(?:repository|repo|dao)\\w*|__init__)|new .*|[A-Z]\\w*|\\w+(?:repository|repo)");

    /// One of them is in all that the patterns know: most calls are told apart by them, at less cost.
    private static final Needles WORDS =
            Needles.of(
                    List.of(
                            "repo",
                            "dao",
                            "jdbc",
                            "entitymanager",
                            "prisma",
                            "knex",
                            "sequelize",
                            "mongoose",
                            "sqlx",
                            "diesel",
                            "queryrow",
                            "db.",
                            "tx.",
                            "conn.",
                            "pool.",
                            "session.",
                            "cursor.",
                            "collection.",
                            "objects.",
                            "gorm",
                            "kafka",
                            "rabbit",
                            "jms",
                            "sqs",
                            "sns",
                            "pubsub",
                            "amqp",
                            "nats",
                            "event",
                            "publisher",
                            "producer",
                            "channel",
                            ".delay",
                            "apply_async",
                            "fetch",
                            "axios",
                            "got",
                            "requests.",
                            "httpx",
                            "reqwest",
                            "http",
                            "client",
                            "resttemplate",
                            "file",
                            "fs.",
                            "fs::",
                            "open",
                            "shutil",
                            "os.",
                            "ioutil"));

    private static final List<Fact.Kind> KINDS =
            List.of(Fact.Kind.HTTP, Fact.Kind.QUEUE, Fact.Kind.FILE, Fact.Kind.DATABASE);

    private Effects() {}

    /// @param callee with the type of its receiver, where that is known
    static Optional<Fact.Kind> of(Grammar language, String callee) {
        // Of a chain of calls the first one tells what it reaches.
        if (callee.contains("(")
                || callee.length() > 120
                || (callee.equals("open") && language != Grammar.PYTHON)) {
            return Optional.empty();
        }
        if (WORDS.inAnyCase(callee) == 0) {
            return Optional.empty();
        }
        return KINDS.stream()
                .filter(kind -> pattern(kind).matcher(callee).matches())
                .filter(kind -> kind != Fact.Kind.DATABASE || !WIRING.matcher(callee).matches())
                .findFirst();
    }

    private static Pattern pattern(Fact.Kind kind) {
        return switch (kind) {
            case HTTP -> HTTP;
            case QUEUE -> QUEUE;
            case FILE -> FILE;
            case DATABASE, SETTING, LIMIT, ACCESS -> DATABASE;
        };
    }
}
