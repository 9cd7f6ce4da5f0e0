package se.varna.staffing.web;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.varna.common.web.Form;

/** Forms that show what stands in the directory now. */
final class Forms {

    private Forms() {}

    /** @param fields names and values in turn; what is null is left empty */
    static Form filled(String name, String... fields) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] != null) {
                values.add(fields[i], fields[i + 1]);
            }
        }
        return Form.of(name, values);
    }
}
