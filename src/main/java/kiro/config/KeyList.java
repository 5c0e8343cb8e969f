package kiro.config;

import java.util.List;
import java.util.Optional;

/// The list of all settings, sorted by name, each with what it takes and who may set it.
final class KeyList {
    private static final ValueType EFFORT =
            new ValueType.OneOf(List.of("low", "medium", "high", "xhigh", "max"));

    static final List<ConfigKey> ALL =
            List.of(
                    teams(
                            "agent.command-limit",
                            new ValueType.TimeSpan(),
                            "how long a command that the agent runs may take"),
                    teams(
                            "agent.max-cost",
                            new ValueType.Amount(),
                            "how many US dollars a run may spend on its model"),
                    teams(
                            "agent.max-step-cost",
                            new ValueType.Amount(),
                            "how many US dollars a run may spend on its model in each step"),
                    teams(
                            "agent.max-step-time",
                            new ValueType.TimeSpan(),
                            "how long each step may take, without the time in which a person is asked"),
                    teams(
                            "agent.max-step-tokens",
                            new ValueType.PositiveNumber(),
                            "how many tokens each step may use"),
                    teams(
                            "agent.max-step-turns",
                            new ValueType.PositiveNumber(),
                            "how many replies of the model each step may take"),
                    teams(
                            "agent.max-steps",
                            new ValueType.PositiveNumber(),
                            "how many steps of its plan a run may begin"),
                    teams(
                            "agent.max-time",
                            new ValueType.TimeSpan(),
                            "how long a run may take, without the time in which a person is asked"),
                    teams(
                            "agent.max-tokens",
                            new ValueType.PositiveNumber(),
                            "how many tokens a run may use, those of requests and replies together"),
                    teams(
                            "agent.max-turns",
                            new ValueType.PositiveNumber(),
                            "how many replies of the model a run may take"),
                    teams(
                            "agent.rounds",
                            new ValueType.PositiveNumber(),
                            "how often a run goes back to work on criteria that are not proven"),
                    persons(
                            "anthropic.api-key",
                            new ValueType.Hidden(),
                            "the key of the Anthropic API",
                            "ANTHROPIC_API_KEY"),
                    persons(
                            "anthropic.base-url",
                            new ValueType.Text(),
                            "where the Anthropic API is, without the version in its path",
                            "ANTHROPIC_BASE_URL"),
                    teams(
                            "anthropic.max-output-tokens",
                            new ValueType.PositiveNumber(),
                            "the most tokens that one reply may have"),
                    teams(
                            "anthropic.window",
                            new ValueType.PositiveNumber(),
                            "the most tokens that a request and its reply may have together"),
                    persons(
                            "aws.profile",
                            new ValueType.Text(),
                            "the profile of AWS's own files that credentials come from",
                            "AWS_PROFILE"),
                    new ConfigKey(
                            "aws.region",
                            new ValueType.Text(),
                            "the region of AWS that is asked",
                            Optional.of("AWS_REGION"),
                            Optional.of(new ValueType.Text())),
                    persons(
                            "bedrock.api-key",
                            new ValueType.Hidden(),
                            "a key of Amazon Bedrock, in place of AWS credentials",
                            "AWS_BEARER_TOKEN_BEDROCK"),
                    teams(
                            "bedrock.base-model",
                            new ValueType.Text(),
                            "the model behind an ARN that does not name it, for its size and its price"),
                    persons(
                            "bedrock.base-url",
                            new ValueType.Text(),
                            "where Amazon Bedrock is, such as an endpoint of a private network",
                            "AWS_ENDPOINT_URL_BEDROCK_RUNTIME"),
                    teams(
                            "bedrock.cache",
                            new ValueType.OneOf(List.of("off", "5m", "1h")),
                            "how long what was sent is kept, for models that can"),
                    teams(
                            "bedrock.effort",
                            new ValueType.OneOf(List.of("low", "medium", "high", "xhigh", "max")),
                            "how much a model that can think is to think, where effort says nothing"),
                    teams(
                            "bedrock.guardrail",
                            new ValueType.Text(),
                            "a guardrail for all requests and replies: its id or ARN, a colon, and its version"),
                    new ConfigKey(
                            "bedrock.guardrail-mode",
                            new ValueType.OneOf(List.of("sync", "async")),
                            "whether each piece of a reply waits for the guardrail",
                            Optional.empty(),
                            Optional.empty()),
                    teams(
                            "bedrock.guardrail-trace",
                            new ValueType.OneOf(List.of("off", "on", "full")),
                            "how much the guardrail tells of its judgements"),
                    teams(
                            "bedrock.max-output-tokens",
                            new ValueType.PositiveNumber(),
                            "the most tokens that one reply may have"),
                    new ConfigKey(
                            "bedrock.request-fields",
                            new ValueType.Text(),
                            "further fields that the model takes, as a JSON object",
                            Optional.empty(),
                            Optional.empty()),
                    teams(
                            "bedrock.streaming",
                            new ValueType.OneOf(List.of("on", "off")),
                            "whether replies come in pieces"),
                    teams(
                            "bedrock.thinking-tokens",
                            new ValueType.PositiveNumber(),
                            "the most tokens that a model with such a limit thinks in one reply"),
                    teams(
                            "bedrock.window",
                            new ValueType.PositiveNumber(),
                            "the most tokens that a request and its reply may have together"),
                    teams(
                            "check.base",
                            new ValueType.Text(),
                            "the branch that 'kiro spec check' compares with"),
                    teams(
                            "check.exempt",
                            new ValueType.Globs(),
                            "source files whose changes owe no spec"),
                    teams(
                            "check.source",
                            new ValueType.Globs(),
                            "the files that features are made of"),
                    teams(
                            "cost.alert",
                            new ValueType.PositiveNumber(),
                            "from how many percent of the baseline on AWS's bill for Bedrock raises the alert"),
                    teams(
                            "cost.baseline",
                            new ValueType.Amount(),
                            "what seven days of Amazon Bedrock may cost on AWS's bill; else what they usually cost"),
                    new ConfigKey(
                            "cost.session-tag",
                            new ValueType.OneOf(List.of("on", "off")),
                            "whether a role is taken on under the session's tag kiro:session, for AWS's bill",
                            Optional.empty(),
                            Optional.empty()),
                    teams(
                            "cost.tag",
                            new ValueType.Text(),
                            "the cost allocation tag by which AWS's bill is told apart"),
                    teams("effort", EFFORT, "how much models that can think are to think"),
                    teams("efforts.code", EFFORT, "how much they are to think about code"),
                    teams(
                            "efforts.completion",
                            EFFORT,
                            "how much they are to think about completions"),
                    teams("efforts.planning", EFFORT, "how much they are to think about plans"),
                    teams(
                            "efforts.security",
                            EFFORT,
                            "how much they are to think about security and architecture"),
                    teams(
                            "efforts.summaries",
                            EFFORT,
                            "how much they are to think about summaries"),
                    teams("efforts.tests", EFFORT, "how much they are to think about tests"),
                    new ConfigKey(
                            "fetch.private",
                            new ValueType.OneOf(List.of("on", "off")),
                            "whether pages of this machine and its network may be fetched",
                            Optional.empty(),
                            Optional.empty()),
                    teams(
                            "knowledge.bases.*",
                            new ValueType.Formed(
                                    "[0-9a-zA-Z]{1,10}"
                                            + "|[a-z]{2,4}(-[a-z]{2,12}){1,3}-[0-9]{1,2}/[0-9a-zA-Z]{1,10}"
                                            + "|arn:[a-z-]+:bedrock:[a-z0-9-]+:[0-9]{12}:knowledge-base/[0-9a-zA-Z]{1,10}",
                                    "the id of a knowledge base, alone, behind its region (eu-central-1/ABCDEFGHIJ), or in its ARN"),
                            "a knowledge base of Amazon Bedrock that is searched, by a name of your own"),
                    new ConfigKey(
                            "knowledge.embedding",
                            new ValueType.Formed(
                                    "(openai|ollama|bedrock)/\\S+",
                                    "openai/NAME, ollama/NAME or bedrock/MODEL"),
                            "the model that makes vectors of what is indexed, to find what is said in other words",
                            Optional.empty(),
                            Optional.empty()),
                    new ConfigKey(
                            "knowledge.folders.*",
                            new ValueType.Text(),
                            "a folder outside of the project that is indexed, by a name of your own",
                            Optional.empty(),
                            Optional.empty()),
                    teams(
                            "knowledge.results",
                            new ValueType.PositiveNumber(),
                            "how many passages a search answers, where it does not say"),
                    teams(
                            "knowledge.sources.*",
                            new ValueType.Globs(),
                            "files of the project that are indexed, by a name of your own"),
                    teams(
                            "mcp.start-wait",
                            new ValueType.TimeSpan(),
                            "how long a run waits at its beginning for MCP servers to introduce themselves"),
                    new ConfigKey(
                            "mode",
                            new ValueType.OneOf(
                                    List.of("interactive", "semi-automatic", "autonomous")),
                            "how much the agent asks before it acts",
                            Optional.empty(),
                            Optional.of(
                                    new ValueType.OneOf(List.of("interactive", "semi-automatic")))),
                    new ConfigKey(
                            "model",
                            new ValueType.Text(),
                            "the language model: anthropic/NAME, bedrock/MODEL, openai/NAME, ollama/NAME, or built-in; a provider alone stands for its models by kind of work",
                            Optional.of("KIRO_MODEL"),
                            Optional.of(new ValueType.Text())),
                    teams(
                            "models.code",
                            new ValueType.Text(),
                            "the language model for code, and all that no other of these settings is about"),
                    teams(
                            "models.completion",
                            new ValueType.Text(),
                            "the language model for completions while somebody types"),
                    teams(
                            "models.fallback",
                            new ValueType.Names(),
                            "the models that answer while the one in use is overloaded, in their order"),
                    teams("models.planning", new ValueType.Text(), "the language model for plans"),
                    teams(
                            "models.security",
                            new ValueType.Text(),
                            "the language model for steps about security and architecture"),
                    teams(
                            "models.summaries",
                            new ValueType.Text(),
                            "the language model for summaries that make room in a long conversation"),
                    teams("models.tests", new ValueType.Text(), "the language model for tests"),
                    persons(
                            "network.authorities",
                            new ValueType.Text(),
                            "a file of certificate authorities (PEM) that are trusted beside those that Java knows",
                            "SSL_CERT_FILE"),
                    persons(
                            "ollama.base-url",
                            new ValueType.Text(),
                            "where Ollama is",
                            "OLLAMA_HOST"),
                    teams(
                            "ollama.max-output-tokens",
                            new ValueType.PositiveNumber(),
                            "the most tokens that one reply may have"),
                    teams(
                            "ollama.window",
                            new ValueType.PositiveNumber(),
                            "how many tokens the model's context is given"),
                    teams(
                            "openai.api",
                            new ValueType.OneOf(List.of("responses", "chat")),
                            "which of OpenAI's interfaces is spoken"),
                    persons(
                            "openai.api-key",
                            new ValueType.Hidden(),
                            "the key of the OpenAI API, or of a server that speaks it",
                            "OPENAI_API_KEY"),
                    persons(
                            "openai.base-url",
                            new ValueType.Text(),
                            "where the OpenAI API is, with the version in its path",
                            "OPENAI_BASE_URL"),
                    teams(
                            "openai.max-output-tokens",
                            new ValueType.PositiveNumber(),
                            "the most tokens that one reply may have"),
                    teams(
                            "openai.window",
                            new ValueType.PositiveNumber(),
                            "the most tokens that a request and its reply may have together"),
                    priceOf("price.cache-read", "for tokens read from its cache"),
                    priceOf("price.cache-write", "for tokens written to its cache"),
                    priceOf("price.input", "for tokens of requests"),
                    priceOf("price.output", "for tokens of replies"),
                    teams(
                            "risk.ask-from",
                            new ValueType.OneOf(List.of("low", "medium", "high")),
                            "from which risk on a person is asked in semi-automatic mode"),
                    teams(
                            "risk.paths.*",
                            new ValueType.OneOf(List.of("low", "medium", "high")),
                            "the same for the files that a pattern fits, such as '*.sql' or docs/**"),
                    new ConfigKey(
                            "sandbox.network",
                            new ValueType.OneOf(List.of("on", "off")),
                            "whether every command that the agent runs reaches the network",
                            Optional.empty(),
                            Optional.empty()),
                    persons(
                            "sandbox.use",
                            new ValueType.OneOf(List.of("on", "off")),
                            "whether the commands that the agent runs are confined",
                            "KIRO_SANDBOX"),
                    new ConfigKey(
                            "sandbox.writable",
                            new ValueType.Text(),
                            "what these commands can write beside the project: paths between commas",
                            Optional.empty(),
                            Optional.empty()),
                    teams(
                            "spec.rules.*",
                            new ValueType.OneOf(List.of("off", "info", "warning", "error")),
                            "how much a rule about specs matters, by the rule's id"),
                    teams(
                            "steering.tries",
                            new ValueType.PositiveNumber(),
                            "how many writes the rules of the steering may refuse in one step before it fails"),
                    persons(
                            "terminal.plain",
                            new ValueType.OneOf(List.of("on", "off")),
                            "whether runs are told in plain lines, as a screen reader needs it",
                            "KIRO_PLAIN"),
                    persons(
                            "tests.command",
                            new ValueType.Text(),
                            "the command that runs the project's tests",
                            "KIRO_TEST_COMMAND"),
                    teams(
                            "tests.limit",
                            new ValueType.TimeSpan(),
                            "how long the project's tests may take"),
                    teams(
                            "tests.reports",
                            new ValueType.Text(),
                            "where test reports lie beside the usual places: patterns between commas"),
                    teams(
                            "tests.weakened",
                            new ValueType.OneOf(List.of("refuse", "tell")),
                            "whether a run is done in which tests were deleted, disabled or lost assertions"));

    private KeyList() {}

    private static ConfigKey teams(String name, ValueType type, String description) {
        return new ConfigKey(name, type, description, Optional.empty(), Optional.of(type));
    }

    /// A project that could set it could make every run look cheap.
    private static ConfigKey priceOf(String name, String which) {
        return new ConfigKey(
                name,
                new ValueType.Amount(),
                "what the model costs in US dollars a million, " + which,
                Optional.empty(),
                Optional.empty());
    }

    private static ConfigKey persons(
            String name, ValueType type, String description, String variable) {
        return new ConfigKey(name, type, description, Optional.of(variable), Optional.empty());
    }
}
