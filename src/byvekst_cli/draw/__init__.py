"""Pictures of figures: SVG and PNG that read on paper, in grey and by those who do not see colours."""
