package kiro.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kiro.permission.shell.ShellWord;
import kiro.text.Order;

/// Tells what it means that a command writes a file.
final class Written {
    /// Where rules and trust are kept, in whatever folder.
    private static final Pattern DECIDES =
            Pattern.compile(
                    "\\.kiro/+(settings|workspace-roots|config\\.yaml)(/|$)|(^|/)etc/kiro(/|$)");

    private Written() {}

    /// @param writer who writes, for people
    /// @param ordinary how much it matters where nothing about the file does
    static List<Facet> by(String writer, ShellWord file, Concern ordinary) {
        var all = new ArrayList<Facet>();
        for (ShellWord each : Globs.candidates(file)) {
            all.add(facet(writer, each, ordinary));
        }
        return all;
    }

    private static Facet facet(String writer, ShellWord file, Concern ordinary) {
        Concern plain = ordinary;
        String writes = writer + " writes " + file.text();
        if (file.text().contains("kiro")
                && DECIDES.matcher(file.text()).find()
                && Place.of(file) != Place.INSIDE) {
            return facet(
                    file,
                    Concern.FORBIDDEN,
                    file.text() + " says what is allowed, which a person does");
        }
        return switch (Place.of(file)) {
            case STREAM -> facet(file, Concern.SMALL, "it prints");
            case TEMPORARY -> facet(file, plain, writes);
            case INSIDE, WHOLE -> inside(writes, file, plain);
            case OUTSIDE, VITAL ->
                    facet(file, Concern.PERSONAL, file.text() + " lies outside of the workspace");
            case DEVICE -> facet(file, Concern.FORBIDDEN, "it writes to a device, " + file.text());
            case UNKNOWN ->
                    facet(
                            file,
                            plain == Concern.SMALL ? plain : Concern.GRAVE,
                            writes + ", known only as it runs");
        };
    }

    private static Facet inside(String writes, ShellWord file, Concern plain) {
        Optional<PathKind> kind =
                Place.paths(file)
                        .flatMap(path -> PathKind.of(path).stream())
                        .max(Order.by(PathKind::concern));
        Concern concern = kind.map(PathKind::concern).orElse(plain);
        String reason = kind.map(each -> file.text() + " " + each.what()).orElse(writes);
        return facet(file, concern.compareTo(plain) < 0 ? plain : concern, reason);
    }

    private static Facet facet(ShellWord file, Concern concern, String reason) {
        return Facet.ofFile(Capability.FS_WRITE, file, new Assessment(concern, reason));
    }
}
