package kiro.permission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kiro.permission.Ruling.Decision;
import kiro.persona.Restraint;

/// What an agent's file says about files, in the form of rules, for what decides by itself what it reads and writes: commands,
/// tests, hooks of git.
///
/// Files that it lets itself read say what needs no question. Nothing runs that reads them alone, so they are no limit to a command.
final class AgentPaths {
    private final String file;
    private final Restraint restraint;
    private final List<PermissionRule> rules;

    private AgentPaths(String file, Restraint restraint, List<PermissionRule> rules) {
        this.file = file;
        this.restraint = restraint;
        this.rules = List.copyOf(rules);
    }

    /// @param rules those of the agent's file
    static AgentPaths of(String file, Restraint restraint, List<PermissionRule> rules) {
        return new AgentPaths(
                file, restraint, rules.stream().filter(PermissionRule::restrictsPaths).toList());
    }

    /// Files that the agent keeps itself from.
    List<PermissionRule> denied(Path root) {
        var denied = new ArrayList<PermissionRule>();
        List<String> writes = restraint.writes().denied();
        List<String> reads = restraint.reads().denied();
        if (!writes.isEmpty()) {
            denied.add(rule("fs_write", globs(writes, root), List.of(), Decision.DENY));
        }
        if (!reads.isEmpty()) {
            denied.add(rule("fs_read", globs(reads, root), List.of(), Decision.DENY));
        }
        return denied;
    }

    /// All limits: rules that deny, and those that ask.
    List<PermissionRule> all(Path root) {
        var all = new ArrayList<>(rules);
        all.addAll(denied(root));
        List<String> allowed = restraint.writes().allowed();
        if (!allowed.isEmpty()) {
            all.add(rule("fs_write", List.of("**"), globs(allowed, root), Decision.ASK));
        }
        return all;
    }

    private PermissionRule rule(
            String capability, List<String> match, List<String> exclude, Decision effect) {
        return new PermissionRule(Origin.REPOSITORY, file, capability, match, exclude, effect);
    }

    /// A pattern of an agent that begins at the root begins at that of the workspace.
    private static List<String> globs(List<String> patterns, Path root) {
        return patterns.stream().map(glob -> glob.startsWith("/") ? root + glob : glob).toList();
    }
}
