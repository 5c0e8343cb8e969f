package kiro.cli;

import java.util.Locale;
import kiro.permission.Mode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a mode as people write it.
final class ModeConverter implements ITypeConverter<Mode> {
    @Override
    public Mode convert(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "interactive" -> Mode.INTERACTIVE;
            case "semi-automatic" -> Mode.SEMI_AUTOMATIC;
            case "autonomous" -> Mode.AUTONOMOUS;
            default ->
                    throw new TypeConversionException(
                            "'" + text + "' is none of interactive, semi-automatic, autonomous");
        };
    }
}
