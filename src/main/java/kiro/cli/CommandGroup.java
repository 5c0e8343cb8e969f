package kiro.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// Commands that have commands below them, and by themselves say which. The name of a constant is that of the command.
public enum CommandGroup {
    KIRO(
            """
            Spec-driven agentic development: a spec becomes a plan, code, passing tests and proven criteria.
            """,
            """
            Examples:
              kiro demo                                     watch the whole thing on a sample project
              kiro init                                     make .kiro/ in your project
              kiro spec create user-profile --template rest-api
              kiro agent --spec .kiro/specs/user-profile.md --task implement
              kiro undo                                     take back what the last run changed

            Each command explains itself: kiro COMMAND --help
            """),

    AGENTS(
            """
            Shows the agents that files in .kiro/agents and ~/.kiro/agents describe, and checks them.
            'kiro agent --agent NAME' works as one of them.
            """,
            """
            Examples:
              kiro agents list
              kiro agents show reviewer
              kiro agents validate
            """),

    AUTH(
            """
            Signs in to AWS and to the services of models, and shows what you are signed in with.
            Keys are kept in the system's keyring where there is one, else in a file that you alone can read.
            """,
            """
            Examples:
              kiro auth login --anthropic
              kiro auth login --sso-start-url https://acme.awsapps.com/start --region eu-west-1
              kiro auth status
              kiro auth whoami
              kiro auth logout anthropic
            """),

    CONFIG(
            """
            Shows and changes settings: yours in ~/.kiro/config.yaml, the project's in .kiro/config.yaml.
            """,
            """
            Examples:
              kiro config list
              kiro config set model anthropic/claude-sonnet-5-5
              kiro config set tests.limit 10m --project
              kiro config explain agent.max-cost
            """),

    HOOKS(
            """
            Work that starts by itself on events: a file is saved, git commits, a test fails, the agent calls a tool.
            """,
            """
            Examples:
              kiro hooks list
              kiro hooks explain 'check style'
              kiro hooks run pre-commit --file src/App.java
              kiro hooks log

            Hooks stand in .kiro/hooks.yaml; those of Kiro in .kiro/hooks/ and .kiro/agents/ are read too.
            """),

    KNOWLEDGE(
            """
            Lists, indexes and searches what the team knows: documents, runbooks, code and knowledge bases.
            """,
            """
            Examples:
              kiro knowledge list
              kiro knowledge index
              kiro knowledge search 'how do we roll back a release'

            What is searched is named by the settings knowledge.sources, knowledge.folders and knowledge.bases.
            """),

    MCP(
            """
            Shows the MCP servers of this project and your own, finds out what is wrong with them, and calls their tools.
            They are named in .kiro/mcp.yaml and ~/.kiro/mcp.yaml, or in Kiro's settings/mcp.json.
            """,
            """
            Examples:
              kiro mcp list
              kiro mcp doctor
              kiro mcp call files read_file '{"path": "README.md"}'
            """),

    MEMORY(
            """
            Shows and changes what is known of the project beyond a session: decisions, patterns, conventions, integrations.
            """,
            """
            Examples:
              kiro memory refresh       learn from specs, decision records and code
              kiro memory list
              kiro memory add 'Amounts are in cents'
              kiro memory why           what the newest session was told, and why
            """),

    MODELS(
            """
            Shows which language models are used here and for what, what there is for others, and tries one out.
            """,
            """
            Examples:
              kiro models list
              kiro models explain security
              kiro models test
              kiro models test bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0
            """),

    PERMISSIONS(
            """
            Shows which rules hold here, and what would be decided about a command or a file.
            """,
            """
            Examples:
              kiro permissions list
              kiro permissions explain 'git -C web push && rm -rf build'
              kiro permissions explain --write src/main/resources/db/V2.sql
            """),

    SESSION(
            """
            Shows, exports and searches the records of the agent's runs.
            """,
            """
            'kiro sessions' lists them.
            """),

    SPEC(
            """
            Writes, checks and lists specs, and brings them in line with their tests.
            """,
            """
            Examples:
              kiro spec create user-profile --template rest-api
              kiro spec validate user-profile
              kiro spec list
              kiro spec show user-profile
              kiro spec sync user-profile
            """),

    STEERING(
            """
            A team's policy: which of its sentences a machine checks, and what violates them.
            """,
            """
            Examples:
              kiro steering init
              kiro steering list
              kiro steering show code-style
              kiro steering check --changed
              kiro steering baseline --begin
              kiro steering test
              kiro steering explain src/web/UserController.java

            Exit codes: 0 help was shown, 64 there is no such command.
            """);

    private final String description;
    private final String footer;

    CommandGroup(String description, String footer) {
        this.description = description;
        this.footer = footer;
    }

    /// The command as picocli takes it.
    public CommandSpec description(Console console) {
        return new Help(this, console).description.spec();
    }

    private static final class Help implements Callable<Integer> {
        private final Console console;
        private final CommandDescription description;

        Help(CommandGroup group, Console console) {
            this.console = console;
            description = new CommandDescription(group.name().toLowerCase(Locale.ROOT), this);
            description.says(group.description.split("\n", -1));
            description.endsWith(("\n" + group.footer.stripTrailing()).split("\n", -1));
            description
                    .spec()
                    .usageMessage()
                    .synopsisSubcommandLabel("COMMAND")
                    .commandListHeading("%nCommands:%n");
        }

        @Override
        public Integer call() {
            console.print(description.spec().commandLine().getUsageMessage().stripTrailing());
            return ExitCode.OK.number();
        }
    }
}
