package se.varna.common.web;

import java.util.List;
import org.springframework.stereotype.Component;
import se.varna.common.Choice;
import se.varna.common.Labels;

/** The choices of a form whose values are codes; what a person reads stands under {@code choice.} in the bundle. */
@Component
public class Choices {

    private final Labels labels;

    Choices(Labels labels) {
        this.labels = labels;
    }

    public <E extends Enum<E>> List<Choice> of(Class<E> type) {
        return Choice.of(
                List.of(type.getEnumConstants()),
                Enum::name,
                value -> labels.text("choice." + type.getSimpleName() + "." + value.name()));
    }
}
