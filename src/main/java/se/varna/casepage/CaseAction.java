package se.varna.casepage;

import java.util.Map;
import org.springframework.util.MultiValueMap;
import se.varna.access.Sight;

/**
 * Something that a person does on a case's page.
 *
 * @param number the case's
 * @param person id of the one who does it
 * @param sight what they may see and do
 * @param typed the form as it was sent
 * @param said what the page that comes after says, once
 */
record CaseAction(
        String number, String person, Sight sight, MultiValueMap<String, String> typed, Map<String, Object> said) {}
