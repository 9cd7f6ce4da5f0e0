package se.varna.casepage;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The drawn model of a process, to stand in a page with some of its elements marked. Drawn once, with the model: the page
 * needs no script for it.
 */
final class ProcessPicture {

    private final Document drawn;

    /** @param process name of the model's file */
    ProcessPicture(String process) {
        try (InputStream file = ProcessPicture.class.getResourceAsStream("/pictures/" + process + ".svg")) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            drawn = factory.newDocumentBuilder().parse(file);
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        withoutStyles(drawn);
        drawn.getDocumentElement().removeAttribute("xml:lang");
        drawn.getDocumentElement().setAttribute("lang", "sv");
    }

    /** The page's content policy lets no style stand in an element: what they say is said by attributes. */
    private static void withoutStyles(Document picture) {
        NodeList elements = picture.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            Element element = (Element) elements.item(i);
            for (String declaration : element.getAttribute("style").split(";")) {
                String[] said = declaration.split(":", 2);
                if (said.length == 2) {
                    element.setAttribute(said[0].strip(), said[1].strip());
                }
            }
            element.removeAttribute("style");
        }
    }

    /** The picture as SVG, with the elements that are done and those that go on marked by class. */
    String marked(Set<String> done, Set<String> now) {
        Document picture = (Document) drawn.cloneNode(true);
        NodeList groups = picture.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element group = (Element) groups.item(i);
            String id = group.getAttribute("data-element-id");
            if (now.contains(id)) {
                group.setAttribute("class", "now");
            } else if (done.contains(id)) {
                group.setAttribute("class", "done");
            }
        }
        try {
            Transformer writer = TransformerFactory.newInstance().newTransformer();
            writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            writer.transform(new DOMSource(picture.getDocumentElement()), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
