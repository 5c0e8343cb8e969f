package kiro.permission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kiro.permission.shell.ShellCommand;

/// What is known of programs that do more than change files of the project.
final class ProgramRules {
    /// A rule for programs, and for their arguments, joined by spaces.
    private record Rule(Pattern program, Pattern arguments, Concern concern, String what) {
        static Rule of(Concern concern, String what, String program, String arguments) {
            return new Rule(
                    Pattern.compile(program), Pattern.compile("(?s)" + arguments), concern, what);
        }

        boolean matches(String name, String given) {
            return program.matcher(name).matches() && arguments.matcher(given).matches();
        }
    }

    private static final String ANY = ".*";
    private static final String LOOKING_VERB =
            "(get|list|view|show|status|describe|logs?|plan|validate|fmt|version|diff|synth|ps|images|ls|top|explain|search)(-[a-z-]+)?( .*)?";

    /// The first that matches counts.
    /// It may be anybody's, and what is asked for there is told to them.
    private static final String NAMED_PLACE = "brings programs from a place that the line names";

    private static final String ADDRESS =
            "(://|git@|git\\+|--(registry|index|index-url|extra-index-url|find-links|source|proxy|repository)\\b)";

    /// Nothing but fetching: what else Maven is to do would have the network too.
    private static final String MAVEN_FETCHES =
            "(dependency|org\\.apache\\.maven\\.plugins:maven-dependency-plugin(:[\\w.-]+)?):(resolve|resolve-plugins|go-offline)";

    private static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            Concern.FORBIDDEN,
                            "acts with the rights of another user",
                            "sudo|su|doas|pkexec|runas",
                            ANY),
                    Rule.of(
                            Concern.FORBIDDEN,
                            "decides in the place of a person",
                            "kiro",
                            "trust( .*)?"),
                    Rule.of(
                            Concern.PERSONAL,
                            "runs an agent of its own",
                            "kiro",
                            "(agent|chat)( .*)?"),
                    Rule.of(
                            Concern.FORBIDDEN,
                            "destroys the content of a disk",
                            "mkfs.*|mkswap|fdisk|sfdisk|sgdisk|parted|wipefs|blkdiscard|shred|cryptsetup",
                            ANY),
                    Rule.of(
                            Concern.FORBIDDEN,
                            "writes to a device",
                            "dd|cp|tee|mv",
                            "(.*[ =])?/dev/(?!(null|stdout|stderr|zero|u?random)\\b).*"),
                    Rule.of(
                            Concern.FORBIDDEN,
                            "stops the machine",
                            "shutdown|reboot|halt|poweroff|init|telinit",
                            ANY),
                    Rule.of(
                            Concern.PERSONAL,
                            "can end processes that are not its own",
                            "kill|pkill|killall|skill",
                            ANY),
                    Rule.of(
                            Concern.PERSONAL,
                            "changes the machine",
                            "mount|umount|insmod|modprobe|sysctl|iptables|nft|ufw|useradd|userdel|usermod|passwd|visudo"
                                    + "|crontab|at|batch|chroot|unshare|nsenter|runuser|systemd-run|setpriv|systemctl|service|launchctl|apt|apt-get|dpkg|dnf|yum|rpm"
                                    + "|apk|pacman|zypper|brew|port|snap|flatpak|choco|winget",
                            ANY),
                    Rule.of(
                            Concern.PERSONAL,
                            "runs commands that it reads from elsewhere",
                            "(ba|da|z|k|a|fi)?sh",
                            "(-[a-zA-Z]+ ?|- ?)*"),
                    Rule.of(
                            Concern.PERSONAL,
                            "runs what another command prints",
                            "source|\\.|(ba|da|z|k|a|fi)?sh|python[0-9.]*|node|perl|ruby",
                            ".*<\\(.*"),
                    Rule.of(
                            Concern.PERSONAL,
                            "runs commands that are made as it runs",
                            "eval|(ba|da|z|k|a|fi)?sh",
                            "-[a-z]*c.*|(?!.*\\.sh\\b).*[$`].*"),
                    Rule.of(
                            Concern.PERSONAL,
                            "runs commands that it is given as texts",
                            "parallel|entr|script|expect|tmux|screen|dtach|bwrap|firejail|proot|nohup|osascript|vi|vim|view"
                                    + "|nvim|vimdiff|gvim|ex|emacs|emacsclient|gdb|lldb|perf|ltrace|rr|rlwrap|nodemon|watchexec|reflex"
                                    + "|onchange|start-server-and-test|start-stop-daemon|daemonize|systemd-cat|nix-shell",
                            ANY),
                    Rule.of(
                            Concern.PERSONAL,
                            "lets a file of the project run programs later",
                            "direnv|mise",
                            "(allow|permit|grant|edit|trust)( .*)?"),
                    Rule.of(
                            Concern.PERSONAL,
                            "opens something outside of the project",
                            "open|xdg-open|gio|gnome-open|kde-open|wslview|explorer(\\.exe)?|dbus-send|gdbus|busctl",
                            ANY),
                    Rule.of(
                            Concern.PERSONAL,
                            "reaches other machines",
                            "ssh|scp|sftp|ftp|telnet|nc|ncat|netcat|socat|mail|sendmail|mutt",
                            ANY),
                    Rule.of(Concern.PERSONAL, "reaches other machines", "rsync", ".*[^ ]:.*"),
                    Rule.of(
                            Concern.PERSONAL,
                            "can send something to another place",
                            "curl|wget|http|https|xh",
                            "(.* )?(-[a-zA-Z]*[dFT]|--data|--form|--upload|--json|--post|--body|--method|-X|--request|-K|--config|POST|PUT|DELETE|PATCH).*"),
                    Rule.of(
                            Concern.PERSONAL,
                            "brings something from the network",
                            "curl|wget|http|https|xh|aria2c",
                            ANY),
                    Rule.of(
                            Concern.PERSONAL,
                            "publishes",
                            "npm|yarn|pnpm|cargo|mvnw?|gradlew?|gem|twine|poetry|docker|podman|uv|flutter|dotnet",
                            "(.* )?(publish\\w*|deploy\\S*|release:\\S+|login|logout|adduser|push|upload|unpublish|token)( .*)?"),
                    Rule.of(
                            Concern.NOTABLE,
                            "asks a service",
                            "kubectl|helm|terraform|tofu|pulumi|cdk|docker|podman",
                            LOOKING_VERB),
                    Rule.of(
                            Concern.NOTABLE,
                            "asks a service",
                            "gh|glab|aws",
                            "(?!api )[a-z0-9-]+ " + LOOKING_VERB),
                    Rule.of(
                            Concern.PERSONAL,
                            "changes something outside of the project",
                            "gh|glab|aws|gcloud|az|kubectl|helm|terraform|tofu|pulumi|cdk|sam|serverless|vercel|netlify"
                                    + "|heroku|fly|flyctl|wrangler|firebase|ansible.*",
                            ANY),
                    Rule.of(
                            Concern.PERSONAL,
                            "can give a container the whole machine",
                            "docker|podman",
                            ".*(--privileged|docker\\.sock|-v ?/(:|[a-z]+:)|--volume[= ]/(:|[a-z]+:)|--pid|source=/[a-z]*,).*"),
                    Rule.of(
                            Concern.PERSONAL,
                            "throws away containers or what they keep",
                            "docker|podman",
                            "(.* )?(prune|rm|rmi|down)( .*)?"),
                    Rule.of(
                            Concern.PERSONAL,
                            NAMED_PLACE,
                            "npm|yarn|pnpm|bun|pip[0-9.]*|pipx|cargo|go|gem|bundle|poetry|uv|composer|dotnet",
                            "(?=.*"
                                    + ADDRESS
                                    + ")(.* )?(install|i|ci|add|get|exec|dlx|x|update|upgrade|sync|require)( .*)?"),
                    Rule.of(
                            Concern.PERSONAL,
                            NAMED_PLACE,
                            "npx|uvx|bunx",
                            "(.* )?--(registry|index|from)\\b.*|(-\\S+ )*\\S*(://|git@|git\\+)\\S*( .*)?"),
                    Rule.of(
                            Concern.GRAVE,
                            "brings programs from elsewhere",
                            "npm|yarn|pnpm|bun|pip[0-9.]*|pipx|cargo|go|gem|bundle|poetry|uv|composer|dotnet",
                            "(.* )?(install|i|ci|add|get|exec|dlx|x|update|upgrade|sync|require)( .*)?"),
                    Rule.of(
                            Concern.GRAVE,
                            "brings programs from elsewhere",
                            "mvnw?",
                            "(?=(.* )?" + MAVEN_FETCHES + ")((-\\S+|" + MAVEN_FETCHES + ")( |$))+"),
                    Rule.of(
                            Concern.GRAVE,
                            "brings programs from elsewhere",
                            "cargo|go",
                            "(fetch|mod download)( .*)?"),
                    Rule.of(Concern.GRAVE, "brings programs from elsewhere", "npx|uvx|bunx", ANY),
                    Rule.of(Concern.GRAVE, "brings programs from elsewhere", "yarn", ""));

    private static final Set<String> OF_NETWORK =
            Set.of(
                    "reaches other machines",
                    "can send something to another place",
                    "brings something from the network",
                    "publishes",
                    "asks a service",
                    "changes something outside of the project",
                    "brings programs from elsewhere",
                    NAMED_PLACE);

    private static final Set<String> RECURSIVE_CHANGERS = Set.of("chmod", "chown", "chgrp", "mv");

    private ProgramRules() {}

    /// Empty for a program of which nothing special is known.
    static Optional<Assessment> of(ShellCommand command) {
        String program = command.program();
        if (RECURSIVE_CHANGERS.contains(program) && touchesVital(command)) {
            return Optional.of(
                    new Assessment(
                            Concern.FORBIDDEN,
                            program + " would change what the machine depends on"));
        }
        String given = String.join(" ", command.texts());
        return WebPrograms.of(command)
                .or(() ->
                        RULES.stream()
                                .filter(rule -> rule.matches(program, given))
                                .findFirst()
                                .map(rule ->
                                        new Assessment(
                                                rule.concern(), program + " " + rule.what())));
    }

    /// Is it about something on the network?
    static boolean reachesNetwork(ShellCommand command) {
        String given = String.join(" ", command.texts());
        return RULES.stream()
                .filter(rule -> rule.matches(command.program(), given))
                .findFirst()
                .filter(rule -> OF_NETWORK.contains(rule.what()))
                .isPresent();
    }

    private static boolean touchesVital(ShellCommand command) {
        return command.operands().stream().anyMatch(word -> Place.of(word) == Place.VITAL);
    }
}
