"""The screens: the only door to Streamlit."""
