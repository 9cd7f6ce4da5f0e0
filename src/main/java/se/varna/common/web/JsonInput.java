package se.varna.common.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import se.varna.common.Input;
import se.varna.common.Refused;

/** A JSON object that was sent. Null and missing are the same. */
public final class JsonInput extends Input {

    private final JsonNode body;

    /** @throws Refused when the body is no object */
    public JsonInput(JsonNode body) {
        if (body == null || !body.isObject()) {
            throw Refused.because("json.notAnObject");
        }
        this.body = body;
    }

    @Override
    protected String raw(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            problems().add(field, "notText");
            return null;
        }
        return value.textValue();
    }

    @Override
    protected List<String> raws(String field) {
        List<String> texts = new ArrayList<>();
        JsonNode value = value(field);
        if (value == null) {
            return texts;
        }
        if (!value.isArray()) {
            problems().add(field, "notAList");
            return texts;
        }
        for (JsonNode element : value) {
            if (element.isTextual()) {
                texts.add(element.textValue());
            } else {
                problems().add(field, "notText");
            }
        }
        return texts;
    }

    @Override
    public boolean flag(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return false;
        }
        if (!value.isBoolean()) {
            problems().add(field, "notTrueOrFalse");
            return false;
        }
        return value.booleanValue();
    }

    private JsonNode value(String field) {
        JsonNode value = body.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
