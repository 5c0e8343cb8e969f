package kiro.model.builtin.write;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes the object around a list, which cuts a page out of all that was found.
final class PageWriter {
    private final Workshop workshop;

    PageWriter(Workshop workshop) {
        this.workshop = workshop;
    }

    /// The object around a list, and how it is made.
    ///
    /// @param call with `%s` for all that was found
    record Page(String type, String call) {}

    /// @param form of an element
    /// @param found the type of what was found: the resource's, or the form's
    Page write(Place place, Listing listing, ResponseForm form, String found) {
        String name = free(place);
        boolean converts = !found.equals(form.type());
        boolean isOwn = form.isOwn() || form.function().matches("[a-z]\\w*::\\w+|one -> .*");
        String all = converts && isOwn ? form.type() : found;
        String map = converts && !isOwn ? ".map(" + form.function() + ")" : "";
        String code =
                record(place, listing, form, name, imports(place, form, all, !map.isEmpty()))
                        .replace(
                                ") {}\n",
                                ") {\n\n"
                                        + CodeFormat.wrap(factory(listing, name, all, form, map))
                                        + "}\n");
        workshop.draft()
                .create(
                        Workshop.folder(place.controller().type()) + name + ".java",
                        Part.TYPES,
                        code);
        String arguments =
                listing.paging()
                        .map(one ->
                                one.at().map(at -> ", " + QueryType.read(at)).orElse("")
                                        + ", "
                                        + QueryType.read(one.size()))
                        .orElse("");
        String mapped =
                converts && isOwn ? "%s.stream().map(" + form.function() + ").toList()" : "%s";
        return new Page(name, name + ".of(" + mapped + arguments + ")");
    }

    private static Set<String> imports(
            Place place, ResponseForm form, String all, boolean isMapped) {
        var imports = new TreeSet<String>();
        imports.add("java.util.List");
        form.qualifiedName().ifPresent(imports::add);
        if (isMapped) {
            form.imported().ifPresent(imports::add);
        }
        if (all.equals(place.resource().name())) {
            imports.add(place.resource().type().qualifiedName());
        }
        String own = place.controller().type().packageName();
        imports.removeIf(type -> type.substring(0, type.lastIndexOf('.')).equals(own));
        return imports;
    }

    private static String record(
            Place place, Listing listing, ResponseForm form, String name, Set<String> imports) {
        String record =
                RequestWriter.record(
                        place.controller().type().packageName(),
                        name,
                        listing.envelope().orElseThrow().names().stream()
                                .map(part -> component(part, form))
                                .toList(),
                        imports);
        String doc = "/** A page of " + Names.plural(place.names().nounWords()) + ". */\n";
        return record.replaceFirst("public record", doc + "public record");
    }

    private String free(Place place) {
        String base = place.names().nounType() + "Page";
        boolean isTaken =
                workshop.project().sources().types().stream()
                        .anyMatch(type -> type.name().equals(base));
        return isTaken ? place.names().nounType() + "ListPage" : base;
    }

    private static String component(Listing.Envelope.Part part, ResponseForm form) {
        String type =
                switch (part.meaning()) {
                    case ITEMS -> "List<" + form.type() + ">";
                    case AT, SIZE, PAGES, TOTAL -> "int";
                    case MORE -> "boolean";
                };
        return type + " " + part.name();
    }

    private static String factory(
            Listing listing, String name, String all, ResponseForm form, String map) {
        Optional<Listing.Paging> paging = listing.paging();
        String at = paging.flatMap(Listing.Paging::at).orElse("");
        String size = paging.map(Listing.Paging::size).orElse("");
        var parameters = new ArrayList<String>();
        parameters.add("List<" + all + "> all");
        paging.ifPresent(one -> {
            one.at().ifPresent(page -> parameters.add("int " + page));
            parameters.add("int " + size);
        });
        String cut =
                paging.map(one ->
                                (at.isEmpty() ? "" : ".skip(" + one.skipped(at, size) + ")")
                                        + ".limit("
                                        + size
                                        + ")")
                        .orElse("");
        String items =
                cut.isEmpty() && map.isEmpty()
                        ? "List.copyOf(all)"
                        : "all.stream()" + cut + map + ".toList()";
        String values =
                listing.envelope().orElseThrow().names().stream()
                        .map(part -> value(part, paging, at, size))
                        .collect(Collectors.joining(", "));
        return "    static %s of(%s) {\n".formatted(name, String.join(", ", parameters))
                + "        List<%s> shown = %s;\n".formatted(form.type(), items)
                + "        return new %s(%s);\n".formatted(name, values)
                + "    }\n";
    }

    private static String value(
            Listing.Envelope.Part part, Optional<Listing.Paging> paging, String at, String size) {
        return switch (part.meaning()) {
            case ITEMS -> "shown";
            case AT -> at;
            case SIZE -> size;
            case TOTAL -> "all.size()";
            case PAGES -> "(all.size() + " + size + " - 1) / " + size;
            case MORE ->
                    paging.map(one -> one.skipped(at, size)).orElse("0")
                            + " + shown.size() < all.size()";
        };
    }
}
