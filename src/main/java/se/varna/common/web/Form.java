package se.varna.common.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.varna.common.Input;
import se.varna.common.Problem;
import se.varna.common.ProblemTexts;
import se.varna.common.Refused;
import se.varna.common.TooOften;

/**
 * A form on a page: what has been typed in it, kept when something has to be mended, and the sentences about what.
 * Several forms on one page have a name each, which keeps the ids of their fields apart.
 */
public final class Form extends Input {

    /** A sentence about a field; the id is null when it concerns the whole form. */
    public record Message(String id, String text) {}

    private static final String KEY = "nyckel";

    private record Said(String field, String text, String apart) {}

    private final String name;
    private final MultiValueMap<String, String> typed;
    private final List<Said> said = new ArrayList<>();
    private HttpStatus status = HttpStatus.OK;

    private Form(String name, MultiValueMap<String, String> typed) {
        this.name = name;
        this.typed = typed;
    }

    /** A form that nobody has filled in. */
    public static Form empty(String name) {
        return new Form(name, new LinkedMultiValueMap<>());
    }

    public static Form of(String name, MultiValueMap<String, String> typed) {
        return new Form(name, typed);
    }

    /** The form with why it was refused said in it, and the {@link #status} of a page that shows that. */
    public Form refused(Refused refused, ProblemTexts texts) {
        status = refused instanceof TooOften ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.BAD_REQUEST;
        return refused(refused.problems(), texts);
    }

    /** The form with what has to be mended said in it. */
    public Form refused(List<Problem> problems, ProblemTexts texts) {
        problems.forEach(problem -> said.add(new Said(problem.field(), texts.text(problem), texts.apart(problem))));
        return this;
    }

    /** The form with a field's problems said at another field: a date and a time are one answer. */
    public Form saidAt(String from, String to) {
        said.replaceAll(each -> from.equals(each.field()) ? new Said(to, each.text(), each.apart()) : each);
        return this;
    }

    /** The name that the page has given to what it sends: sent twice, it is one. A new one when it has given none. */
    public UUID key() {
        try {
            return UUID.fromString(String.valueOf(typed.getFirst(KEY)));
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }

    /** The one that was refused, where that is this form as it was sent; null is none. */
    public Form orRefused(Form refused) {
        return refused != null && refused.name.equals(name) ? refused : this;
    }

    /** Of the page that shows the form. */
    public HttpStatus status() {
        return status;
    }

    @Override
    protected String raw(String field) {
        return typed.getFirst(field);
    }

    @Override
    protected List<String> raws(String field) {
        return typed.getOrDefault(field, List.of());
    }

    @Override
    public boolean flag(String field) {
        return typed.containsKey(field);
    }

    // --- for the templates

    public String name() {
        return name;
    }

    /** The {@link #key} of a page that is shown: whoever has been refused sends under a new one. */
    public UUID newKey() {
        return UUID.randomUUID();
    }

    public String id(String field) {
        return name + "-" + field;
    }

    public String value(String field) {
        return typed.getFirst(field);
    }

    public boolean has(String field, String value) {
        return typed.getOrDefault(field, List.of()).contains(value);
    }

    public boolean isRefused() {
        return !said.isEmpty();
    }

    /** Whether something has to be mended in the field. */
    public boolean wrong(String field) {
        return said.stream().anyMatch(each -> field.equals(each.field()));
    }

    public List<String> errors(String field) {
        return said.stream()
                .filter(each -> field.equals(each.field()))
                .map(Said::text)
                .distinct()
                .toList();
    }

    /** Every sentence, with the id of its field to lead there. */
    public List<Message> messages() {
        return said.stream()
                .map(each -> new Message(each.field() == null ? null : id(each.field()), each.apart()))
                .distinct()
                .toList();
    }

    /** Ids of what describes the field: its hint, and its error when there is one; null when there is neither. */
    public String describedBy(String field, boolean hinted) {
        List<String> ids = new ArrayList<>();
        if (hinted) {
            ids.add(id(field) + "-hint");
        }
        if (wrong(field)) {
            ids.add(id(field) + "-error");
        }
        return ids.isEmpty() ? null : String.join(" ", ids);
    }

    /** What was typed, for reading by name. */
    public Map<String, List<String>> typed() {
        return typed;
    }
}
